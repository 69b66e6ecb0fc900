package org.vizgate.status;

import java.util.Locale;

import org.vizgate.json.Json;
import org.vizgate.page.Texts;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.web.Call;
import org.vizgate.web.Endpoint;
import org.vizgate.web.Reply;

/** Tells the state of the gate to those who may read it: as JSON, as a page, or as text for Prometheus. */
public final class StatusEndpoint implements Endpoint {
    private final GateStatus status;
    private final StatusReaders readers;
    private final Json json;

    public StatusEndpoint(GateStatus status, StatusReaders readers, Json json) {
        this.status = status;
        this.readers = readers;
        this.json = json;
    }

    /** @throws OAuthException invalid_client, if the sender does not prove that it may read this */
    @Override
    public Reply handle(Call call) {
        if (!readers.admit(call)) {
            throw new OAuthException(
                    ErrorCode.INVALID_CLIENT, "send the id and the secret of a client by HTTP Basic authentication");
        }
        return switch (StatusForm.of(call)) {
            case JSON -> Reply.json(200, json.write(StatusJson.of(status))).uncached();
            case HTML -> StatusPage.of(status, Texts.in(Locale.ENGLISH));
            case PROMETHEUS ->
                Reply.of(200)
                        .with("Content-Type", PrometheusText.MEDIA_TYPE)
                        .uncached()
                        .withBody(PrometheusText.of(status));
        };
    }
}
