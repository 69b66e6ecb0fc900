package org.vizgate.standin.rest;

import java.util.Optional;

import org.vizgate.standin.http.Call;

/** The versions of product and API; asks for no credentials. */
final class ServerInfo implements RestMethod {
    @Override
    public Optional<Answer> answer(Call call) {
        return Optional.of(Answer.root(Answer.element("serverInfo")
                .child(Answer.element("productVersion")
                        .attribute("build", "20262.26.0901.0000")
                        .text("2026.2.0"))
                .child("restApiVersion", ApiVersion.NEWEST.toString())));
    }
}
