package org.vizgate.cloudmanager;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.vizgate.credential.StoredUatConfiguration;
import org.vizgate.credential.UatConfiguration;
import org.vizgate.credential.UnifiedAccess;
import org.vizgate.json.Json;
import org.vizgate.json.JsonFields;
import org.vizgate.json.MalformedJsonException;
import org.vizgate.outbound.OutboundReply;
import org.vizgate.scope.Scopes;
import org.vizgate.session.Secret;

/** Reads answers of Cloud Manager into types. */
final class CloudAnswers {
    private static final String CONFIGURATIONS = "uatConfigurations";
    private static final Predicate<String> ERROR_CODE =
            Pattern.compile("[A-Za-z0-9_.-]{1,64}").asMatchPredicate();
    private static final Predicate<String> ID =
            Pattern.compile("[\\x21-\\x7e]{1,200}").asMatchPredicate();
    /** In one header line: visible ASCII without spaces. */
    private static final Predicate<String> SENDABLE =
            Pattern.compile("[\\x21-\\x7e]{1,8000}").asMatchPredicate();

    private final Json json;

    CloudAnswers(Json json) {
        this.json = json;
    }

    /** The {@code errorCode} of an error; empty for errors of others. */
    Optional<String> errorCode(OutboundReply reply) {
        try {
            return json.read(reply.body()).text("errorCode").filter(ERROR_CODE);
        } catch (MalformedJsonException e) {
            return Optional.empty();
        }
    }

    /** @param now by our clock, should the answer not say when it was sent */
    Login login(OutboundReply reply, Instant now, LongSupplier nanoTime) {
        JsonFields fields = json.read(reply.body());
        return new Login(
                Secret.of(required(fields, "sessionToken", SENDABLE)),
                required(fields, "userId", ID),
                required(fields, "tenantId", ID),
                new SessionLife(nanoTime, life(fields, reply.date().orElse(now))));
    }

    /** Against the answer's own date, so that it does not matter how wrong our clock is. */
    private static Duration life(JsonFields fields, Instant sent) {
        Duration life = end(fields).map(end -> Duration.between(sent, end)).orElse(SessionLife.LONGEST);
        boolean isLikely = life.compareTo(Duration.ZERO) > 0 && life.compareTo(SessionLife.LONGEST) < 0;
        return isLikely ? life : SessionLife.LONGEST;
    }

    private static Optional<Instant> end(JsonFields fields) {
        try {
            return fields.text("sessionExpiration").map(Instant::parse);
        } catch (DateTimeException | MalformedJsonException e) {
            return Optional.empty();
        }
    }

    /** Bare, or in an object: both have been seen. */
    List<StoredUatConfiguration> configurations(OutboundReply reply) {
        String body = reply.body().strip();
        JsonFields fields = json.read(body.startsWith("[") ? "{\"" + CONFIGURATIONS + "\":" + body + "}" : body);
        return fields
                .objects(CONFIGURATIONS)
                .orElseThrow(() -> new MalformedJsonException(CONFIGURATIONS + " is missing"))
                .stream()
                .map(CloudAnswers::configuration)
                .toList();
    }

    /** Nothing that matters, whatever it is; only a page for people is no answer. */
    static boolean done(OutboundReply reply) {
        if (reply.mediaType().equals("text/html") || reply.body().strip().startsWith("<")) {
            throw new MalformedJsonException("it is a page");
        }
        return true;
    }

    StoredUatConfiguration configuration(OutboundReply reply) {
        return configuration(json.read(reply.body()));
    }

    private static StoredUatConfiguration configuration(JsonFields fields) {
        return new StoredUatConfiguration(
                id(fields),
                fields.text("tenantId").orElse(""),
                fields.flag("publicKeyActive"),
                new UatConfiguration(
                        fields.text("name").orElse(""),
                        fields.text("issuer").orElse(""),
                        fields.text("publicKey"),
                        fields.text("jwksUri").map(CloudAnswers::uri),
                        fields.text("usernameClaim").orElse(UnifiedAccess.USUAL_USERNAME_CLAIM),
                        fields.texts("resourceIds").orElse(List.of()),
                        scopes(fields.texts("scopes").orElse(List.of())),
                        fields.flag("enabled").orElse(true)));
    }

    /** {@code configId}; or {@code id}, which is a text or an object with a {@code configId}: all three have been seen. */
    private static String id(JsonFields fields) {
        if (fields.has("configId")) {
            return required(fields, "configId", ID);
        }
        return fields.isObject("id")
                ? required(fields.object("id").orElseThrow(), "configId", ID)
                : required(fields, "id", ID);
    }

    private static String required(JsonFields fields, String name, Predicate<String> shape) {
        String text = fields.requiredText(name);
        if (!shape.test(text)) {
            throw new MalformedJsonException(name + " is not like one");
        }
        return text;
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedJsonException("jwksUri is no address");
        }
    }

    private static Scopes scopes(List<String> texts) {
        try {
            return Scopes.of(texts);
        } catch (IllegalArgumentException e) {
            throw new MalformedJsonException("scopes are not like any");
        }
    }
}
