package org.vizgate.tableau;

import java.net.URI;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.vizgate.credential.ApiVersion;
import org.vizgate.credential.CurrentSession;
import org.vizgate.credential.ServerInfo;
import org.vizgate.json.JsonFields;
import org.vizgate.json.MalformedJsonException;
import org.vizgate.session.Secret;
import org.vizgate.session.TableauSite;
import org.vizgate.session.TableauUser;

/** Reads answers of the REST API into types; what is missing, too long or unprintable is no answer of Tableau. */
final class RestAnswers {
    private static final Predicate<String> LUID =
            Pattern.compile("[0-9A-Za-z-]{1,64}").asMatchPredicate();
    private static final Predicate<String> PRINTABLE =
            Pattern.compile("[^\\p{Cntrl}\\x{2028}\\x{2029}]{1,1000}").asMatchPredicate();

    private RestAnswers() {}

    static ServerInfo serverInfo(JsonFields answer) {
        JsonFields info = required(answer, "serverInfo");
        JsonFields product = required(info, "productVersion");
        return new ServerInfo(
                text(product, "value", PRINTABLE),
                product.text("build").filter(PRINTABLE).orElse(""),
                version(info));
    }

    private static ApiVersion version(JsonFields info) {
        try {
            return ApiVersion.of(info.requiredText("restApiVersion"));
        } catch (IllegalArgumentException e) {
            throw new MalformedJsonException("restApiVersion is not like one");
        }
    }

    /** @param contentUrl that was asked for, should the answer not say */
    static NewSession newSession(JsonFields answer, URI server, ApiVersion version, String contentUrl) {
        JsonFields credentials = required(answer, "credentials");
        JsonFields site = required(credentials, "site");
        Secret token = Secret.of(credentials.requiredText("token"));
        if (!SessionToken.isSendable(token)) {
            throw new MalformedJsonException("token cannot be sent in a header");
        }
        // estimatedTimeToExpiration is not read: published examples disagree on its unit.
        return new NewSession(
                server,
                version,
                new TableauSite(
                        text(site, "id", LUID), site.has("contentUrl") ? optional(site, "contentUrl") : contentUrl),
                text(required(credentials, "user"), "id", LUID),
                token);
    }

    static CurrentSession currentSession(JsonFields answer) {
        JsonFields session = required(answer, "session");
        JsonFields site = required(session, "site");
        JsonFields user = required(session, "user");
        return new CurrentSession(
                new TableauUser(text(user, "id", LUID), text(user, "name", PRINTABLE)),
                new TableauSite(text(site, "id", LUID), optional(site, "contentUrl")),
                optional(site, "name"));
    }

    private static JsonFields required(JsonFields fields, String name) {
        return fields.object(name).orElseThrow(() -> new MalformedJsonException(name + " is missing"));
    }

    private static String text(JsonFields fields, String name, Predicate<String> shape) {
        String text = fields.requiredText(name);
        if (!shape.test(text)) {
            throw new MalformedJsonException(name + " is not like one");
        }
        return text;
    }

    /** Absent is empty; the Default site's content URL comes either way. */
    private static String optional(JsonFields fields, String name) {
        return fields.text(name).filter(text -> !text.isEmpty()).isPresent() ? text(fields, name, PRINTABLE) : "";
    }
}
