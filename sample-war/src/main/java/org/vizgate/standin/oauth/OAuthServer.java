package org.vizgate.standin.oauth;

import org.vizgate.standin.credential.Credentials;
import org.vizgate.standin.data.StandInData;
import org.vizgate.standin.http.Area;
import org.vizgate.standin.http.PlainRefusals;
import org.vizgate.standin.session.Sessions;

/** Everything a browser meets, and the token endpoint, as a part of the address space. */
public final class OAuthServer {
    private OAuthServer() {}

    /** @param scripted whether the URL of an authorization request may say who signs in */
    public static Area area(
            StandInData data,
            Credentials credentials,
            Sessions sessions,
            RedirectUris redirects,
            AuthorizationCodes codes,
            RefreshTokens refreshTokens,
            OriginHost originHost,
            boolean scripted) {
        Browser browser = new Browser(sessions);
        AuthorizeEndpoint authorize = new AuthorizeEndpoint(data, redirects, codes, browser, scripted);
        HomePage home = new HomePage(data, credentials, browser);
        return new Area("/", new PlainRefusals())
                .on("GET", "/oauth2/v1/auth", authorize::get)
                .on("POST", "/oauth2/v1/auth", authorize::post)
                .on("POST", "/oauth2/v1/token", new TokenEndpoint(data, sessions, codes, refreshTokens, originHost))
                .on("GET", "/", home::show)
                .on("POST", "/signout", home::signOut);
    }
}
