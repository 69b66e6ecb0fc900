package org.vizgate.token;

import org.vizgate.client.Client;
import org.vizgate.client.ClientAuthentication;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.GrantType;
import org.vizgate.protocol.OAuthException;
import org.vizgate.web.Call;
import org.vizgate.web.Endpoint;
import org.vizgate.web.Parameters;
import org.vizgate.web.Reply;

/** The token endpoint (RFC 6749 section 3.2). */
public final class TokenEndpoint implements Endpoint {
    private final FormBody body;
    private final ClientAuthentication authentication;
    private final CodeRedemption codeRedemption;
    private final RefreshRotation refreshRotation;
    private final ClientCredentialsIssue clientCredentials;

    TokenEndpoint(
            FormBody body,
            ClientAuthentication authentication,
            CodeRedemption codeRedemption,
            RefreshRotation refreshRotation,
            ClientCredentialsIssue clientCredentials) {
        this.body = body;
        this.authentication = authentication;
        this.codeRedemption = codeRedemption;
        this.refreshRotation = refreshRotation;
        this.clientCredentials = clientCredentials;
    }

    @Override
    public Reply handle(Call call) {
        Parameters form = body.read(call);
        String wireName = form.required("grant_type");
        GrantType type = GrantType.of(wireName)
                .orElseThrow(
                        () -> new OAuthException(ErrorCode.UNSUPPORTED_GRANT_TYPE, "the grant_type is not supported"));
        Client client = authentication.authenticate(call, form);
        TokenRequest request = new TokenRequest(type, client, form, call.correlationId());
        return switch (type) {
            case AUTHORIZATION_CODE -> codeRedemption.redeem(request);
            case REFRESH_TOKEN -> refreshRotation.refresh(request);
            case CLIENT_CREDENTIALS -> clientCredentials.issue(request);
        };
    }
}
