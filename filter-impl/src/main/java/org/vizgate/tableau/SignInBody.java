package org.vizgate.tableau;

import java.util.LinkedHashMap;
import java.util.Map;

import org.vizgate.credential.ConnectedApp;
import org.vizgate.credential.PersonalAccessToken;
import org.vizgate.credential.SignedJwt;
import org.vizgate.credential.TableauCredential;
import org.vizgate.credential.UnifiedAccess;
import org.vizgate.credential.UsernamePassword;
import org.vizgate.json.Json;
import org.vizgate.session.Secret;

/** The body of a sign-in (REST API reference, "Sign In"): exactly one kind of credential, the site, perhaps a user. */
final class SignInBody {
    private final Json json;
    private final SignInJwts jwts;

    SignInBody(Json json, SignInJwts jwts) {
        this.json = json;
        this.jwts = jwts;
    }

    /** Each time with a new JWT, if the credential signs one. */
    String of(SignInPlace place, TableauCredential credential) {
        Map<String, Object> members = members(credential);
        members.put("site", site(place.contentUrl()));
        place.impersonatedUser().ifPresent(luid -> members.put("user", Map.of("id", luid)));
        return json.write(Map.of("credentials", members));
    }

    static Map<String, String> site(String contentUrl) {
        return Map.of("contentUrl", contentUrl);
    }

    private Map<String, Object> members(TableauCredential credential) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (credential instanceof PersonalAccessToken token) {
            members.put("personalAccessTokenName", token.name());
            members.put("personalAccessTokenSecret", token.secret().reveal());
        } else if (credential instanceof UsernamePassword user) {
            members.put("name", user.username());
            members.put("password", user.password().reveal());
        } else if (credential instanceof ConnectedApp app) {
            putJwt(members, jwts.directTrust(app), false);
        } else if (credential instanceof UnifiedAccess access) {
            putJwt(members, jwts.forSite(access), true);
        } else if (credential instanceof SignedJwt signed) {
            putJwt(members, signed.jwt(), signed.isUat());
        }
        return members;
    }

    /** For connected apps the flag is left out: servers before unified access do not know it. */
    private static void putJwt(Map<String, Object> members, Secret jwt, boolean isUat) {
        members.put("jwt", jwt.reveal());
        if (isUat) {
            members.put("isUat", true);
        }
    }
}
