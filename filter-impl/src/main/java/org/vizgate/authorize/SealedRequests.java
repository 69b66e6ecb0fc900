package org.vizgate.authorize;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.vizgate.crypto.Digests;
import org.vizgate.crypto.SealedBox;
import org.vizgate.json.Json;
import org.vizgate.json.JsonFields;

/** Seals what travels through the browser: the request in the consent form, and the pending sign-in in its cookie. */
final class SealedRequests {
    private static final String FORM = "consent form";
    private static final String PENDING = "pending sign-in";

    private final SealedBox box;
    private final Json json;
    private final Clock clock;

    SealedRequests(SealedBox box, Json json, Clock clock) {
        this.box = box;
        this.json = json;
        this.clock = clock;
    }

    /** The value of the consent form's hidden field: only {@code browser} can send it back. */
    String form(AuthorizationRequest request, String browser, Instant expiresAt) {
        Map<String, Object> members = new LinkedHashMap<>(request.write());
        members.put("b", Digests.brief(browser));
        members.put("e", expiresAt.getEpochSecond());
        return box.seal(json.write(members), FORM);
    }

    /** The request in a consent form, if {@code browser} got that form and it has not expired. */
    Optional<AuthorizationRequest> openForm(String sealed, String browser) {
        return box.open(sealed, FORM)
                .map(json::read)
                .filter(this::isLive)
                .filter(fields -> Digests.same(fields.requiredText("b"), Digests.brief(browser)))
                .map(AuthorizationRequest::read);
    }

    String pending(PendingSignIn pending) {
        Map<String, Object> members = new LinkedHashMap<>(pending.request().write());
        members.put("f", pending.state());
        members.put("t", pending.tableauClientId());
        members.put("v", pending.codeVerifier());
        members.put("e", pending.expiresAt().getEpochSecond());
        pending.consentOf().ifPresent(user -> members.put("u", user));
        return box.seal(json.write(members), PENDING);
    }

    /** The pending sign-in in a cookie, if it has not expired. */
    Optional<PendingSignIn> openPending(String sealed) {
        return box.open(sealed, PENDING)
                .map(json::read)
                .filter(this::isLive)
                .map(fields -> new PendingSignIn(
                        fields.requiredText("f"),
                        AuthorizationRequest.read(fields),
                        fields.requiredText("t"),
                        fields.requiredText("v"),
                        fields.instant("e").orElseThrow(),
                        fields.text("u")));
    }

    private boolean isLive(JsonFields fields) {
        return fields.instant("e").filter(clock.instant()::isBefore).isPresent();
    }
}
