package org.vizgate.standin.rest;

import java.util.Optional;

import org.vizgate.standin.http.Call;

/** The versions of product and API; asks for no credentials. */
final class ServerInfo implements RestMethod {
    private final Product product;

    ServerInfo(Product product) {
        this.product = product;
    }

    @Override
    public Optional<Answer> answer(Call call) {
        return Optional.of(Answer.root(Answer.element("serverInfo")
                .child(Answer.element("productVersion")
                        .attribute("build", product.build())
                        .text(product.version()))
                .child("restApiVersion", product.newest().toString())));
    }
}
