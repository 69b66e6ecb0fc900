package org.vizgate.standin.credential;

import java.util.Arrays;
import java.util.List;

import org.vizgate.standin.jwt.SignedJwt;
import org.vizgate.standin.session.Scopes;

/** Tableau's names in JWTs, and what two kinds of JWT have in common. */
final class TableauClaims {
    static final String TENANT = "https://tableau.com/tenantId";
    static final String SITE = "https://tableau.com/siteId";
    static final String ISSUER_OVERRIDE = "https://tableau.com/issuerOverride";
    static final String ON_DEMAND_ACCESS = "https://tableau.com/oda";
    static final String GROUPS = "https://tableau.com/groups";

    private TableauClaims() {}

    /** The array {@code scp}, or else the words of {@code scope}, or else none. */
    static Scopes scopes(SignedJwt jwt) {
        List<String> names =
                jwt.texts("scp").orElseGet(() -> words(jwt.text("scope").orElse("")));
        return Scopes.of(names);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
