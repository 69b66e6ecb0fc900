package org.vizgate.tableau;

import java.net.URI;

/** An ordinary sign-in. */
final class TestSignIn {
    static final String CLIENT_ID = "0b9c1d1e-1111-4222-8333-444455556666";

    private TestSignIn() {}

    static SignInRequest anySite() {
        return request("", false);
    }

    static SignInRequest lockedTo(String site) {
        return request(site, true);
    }

    private static SignInRequest request(String site, boolean locked) {
        return new SignInRequest(
                CLIENT_ID,
                URI.create("https://app.example/Callback"),
                "the-challenge",
                "SECRET state&",
                "Sales (web)",
                site,
                locked);
    }
}
