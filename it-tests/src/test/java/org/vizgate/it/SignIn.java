package org.vizgate.it;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

import org.vizgate.standin.data.SampleData;
import org.vizgate.standin.data.User;

import static org.assertj.core.api.Assertions.assertThat;

/** A person who signs in for a client, step by step: at the consent page, at Tableau, and back. A browser of its own. */
public final class SignIn {
    private final OAuthClient client;
    private final Pkce pkce = Pkce.random();
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Visitor visitor = new Visitor();
    private User user = SampleData.JO_SALES;

    private SignIn(OAuthClient client) {
        this.client = client;
        parameters.put("response_type", "code");
        parameters.put("client_id", client.id());
        parameters.put("redirect_uri", client.redirectUri());
        parameters.put("code_challenge", pkce.challenge());
        parameters.put("code_challenge_method", "S256");
        parameters.put("state", "xyz");
    }

    /** Jo of the sales site, unless told otherwise. */
    public static SignIn of(OAuthClient client) {
        return new SignIn(client);
    }

    public SignIn as(User value) {
        user = value;
        return this;
    }

    public SignIn with(String parameter, String value) {
        parameters.put(parameter, value);
        return this;
    }

    public OAuthClient client() {
        return client;
    }

    public String verifier() {
        return pkce.verifier();
    }

    public Visitor visitor() {
        return visitor;
    }

    /** (1) What the browser is shown at the authorization endpoint: the consent page. */
    public Answer authorize() {
        return visitor.get(URI.create(client.endpoint("/authorize") + "?" + Form.encode(parameters)));
    }

    /** (2) Sends the consent page's form, and is sent to Tableau. */
    public Answer decide(Answer consentPage, String decision) {
        return visitor.submit(client.issuer(), consentPage, Map.of("decision", decision));
    }

    /** (3) Signs in at Tableau, and is sent to the callback. */
    public Answer atTableau(Answer sentToTableau) {
        return visitor.post(sentToTableau.location(), Map.of("standin_user", user.luid()));
    }

    /** Steps 1 to 3. */
    public Answer backFromTableau() {
        return atTableau(decide(authorize(), "allow"));
    }

    /** All steps: the browser has been sent to the client. */
    public Answer backAtClient() {
        return visitor.get(backFromTableau().location());
    }

    public String code() {
        Answer back = backAtClient();
        assertThat(back.sent("code")).as("%s", back).isNotEmpty();
        return back.sent("code");
    }

    public Tokens tokens() {
        return Tokens.of(client.redeem(code(), verifier()));
    }
}
