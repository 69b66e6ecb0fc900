package org.vizgate.grant;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.vizgate.json.Json;
import org.vizgate.json.JsonFields;
import org.vizgate.json.MalformedJsonException;
import org.vizgate.scope.Scopes;
import org.vizgate.session.Secret;
import org.vizgate.session.TableauSite;
import org.vizgate.session.TableauUser;

/** The sealed payloads as JSON. {@code v} is the format's version: a release reads its own and the one before. */
final class GrantJson {
    private static final long VERSION = 1;

    private final Json json;

    GrantJson(Json json) {
        this.json = json;
    }

    String write(AuthorizationCode code) {
        Map<String, Object> members = approval(code.approval());
        members.put("redirect_uri", code.redirectUri());
        members.put("code_challenge", code.codeChallenge());
        return json.write(members);
    }

    AuthorizationCode readCode(String text) {
        JsonFields fields = read(text);
        return new AuthorizationCode(
                approval(fields), fields.requiredText("redirect_uri"), fields.requiredText("code_challenge"));
    }

    String write(RefreshGrant grant) {
        Map<String, Object> members = approval(grant.approval());
        members.put("id", grant.id());
        members.put("ends", grant.endsAt().getEpochSecond());
        return json.write(members);
    }

    RefreshGrant readRefresh(String text) {
        JsonFields fields = read(text);
        return new RefreshGrant(fields.requiredText("id"), approval(fields), instant(fields, "ends"));
    }

    JsonFields read(String text) {
        JsonFields fields = json.read(text);
        if (fields.number("v").orElse(0L) != VERSION) {
            throw new MalformedJsonException("an entry of another format version");
        }
        return fields;
    }

    String write(Map<String, Object> members) {
        Map<String, Object> versioned = new LinkedHashMap<>();
        versioned.put("v", VERSION);
        versioned.putAll(members);
        return json.write(versioned);
    }

    private static Map<String, Object> approval(Approval approval) {
        TableauGrant tableau = approval.tableau();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("v", VERSION);
        members.put("client", approval.client());
        members.put("auth", approval.clientAuthentication());
        members.put("resources", approval.resources());
        members.put("scope", approval.scopes().toString());
        members.put("t_client", tableau.clientId());
        members.put("t_server", tableau.server().toString());
        members.put("t_access", tableau.accessToken().reveal());
        members.put("t_expires", tableau.expiresAt().getEpochSecond());
        members.put("t_refresh", tableau.refreshToken().reveal());
        members.put("site_id", tableau.site().id());
        members.put("site_url", tableau.site().contentUrl());
        members.put("user_id", tableau.user().id());
        members.put("user_name", tableau.user().name());
        return members;
    }

    private static Approval approval(JsonFields fields) {
        TableauGrant tableau = new TableauGrant(
                fields.requiredText("t_client"),
                URI.create(fields.requiredText("t_server")),
                Secret.of(fields.requiredText("t_access")),
                instant(fields, "t_expires"),
                Secret.of(fields.requiredText("t_refresh")),
                new TableauSite(fields.requiredText("site_id"), fields.requiredText("site_url")),
                new TableauUser(fields.requiredText("user_id"), fields.requiredText("user_name")));
        return new Approval(
                fields.requiredText("client"),
                fields.requiredText("auth"),
                fields.textOrTexts("resources"),
                Scopes.parse(fields.requiredText("scope")),
                tableau);
    }

    private static Instant instant(JsonFields fields, String name) {
        return fields.instant(name).orElseThrow(() -> new MalformedJsonException(name + " is missing"));
    }
}
