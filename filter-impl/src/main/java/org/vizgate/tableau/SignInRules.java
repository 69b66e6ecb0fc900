package org.vizgate.tableau;

import java.net.URI;
import java.util.Optional;

import org.vizgate.credential.ApiVersion;
import org.vizgate.credential.ConnectedApp;
import org.vizgate.credential.PersonalAccessToken;
import org.vizgate.credential.SignedJwt;
import org.vizgate.credential.TableauCredential;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;
import org.vizgate.credential.UnifiedAccess;
import org.vizgate.credential.UsernamePassword;

/** What is known not to work, and is said before anything is sent. */
final class SignInRules {
    private static final String CLOUD_HOST = "online.tableau.com";
    private static final int TSM_PORT = 8850;

    private SignInRules() {}

    static boolean isCloud(URI server) {
        String host = server.getHost();
        return host.equals(CLOUD_HOST) || host.endsWith("." + CLOUD_HOST);
    }

    /** @throws TableauException CONFIGURATION */
    static void checkPlace(SignInPlace place, TableauCredential credential) {
        URI server = place.server();
        if (server.getHost().equals(CLOUD_HOST)) {
            throw refused(server
                    + " is not where programs sign in: use the address of your pod, which a browser shows when you"
                    + " have signed in, such as https://prod-ca-a.online.tableau.com");
        }
        if (server.getPort() == TSM_PORT) {
            throw refused("port " + TSM_PORT + " belongs to Tableau Services Manager: use the port of Tableau itself");
        }
        if (isCloud(server)) {
            checkCloud(place, credential);
        }
    }

    private static void checkCloud(SignInPlace place, TableauCredential credential) {
        if (place.contentUrl().isEmpty()) {
            throw refused(
                    "Tableau Cloud has no Default site: name the site by its content URL, the part after /site/ in"
                            + " the address of a page of it");
        }
        if (credential instanceof UsernamePassword) {
            throw refused("Tableau Cloud takes no passwords from programs: use a personal access token");
        }
        if (place.impersonatedUser().isPresent()) {
            throw refused(
                    "Tableau Cloud has no impersonation: use a connected app or unified access, which name the user");
        }
    }

    /** @throws TableauException CONFIGURATION */
    static void checkVersion(SignInPlace place, TableauCredential credential, ApiVersion spoken) {
        require(place.server(), spoken, credential.oldestApiVersion(), name(credential));
        if (place.impersonatedUser().isPresent() && credential instanceof PersonalAccessToken) {
            require(place.server(), spoken, new ApiVersion(3, 11), "personal access tokens with impersonation");
        }
    }

    static void require(URI server, ApiVersion spoken, ApiVersion needed, String forWhat) {
        if (!spoken.isAtLeast(needed)) {
            throw refused(server + " is spoken to in REST API " + spoken + ", and " + forWhat + " need " + needed
                    + ": update Tableau, or correct TABLEAU_API_VERSION if it is set");
        }
    }

    /** @throws TableauException CONFIGURATION */
    static void checkSwitch(URI server, ApiVersion spoken, ApiVersion needed) {
        if (isCloud(server)) {
            throw refused("Tableau Cloud cannot switch a session to another site: sign in to that site");
        }
        require(server, spoken, needed, "switches of the site");
    }

    static boolean isUnifiedAccess(TableauCredential credential) {
        return credential instanceof UnifiedAccess || (credential instanceof SignedJwt signed && signed.isUat());
    }

    static boolean signsJwts(TableauCredential credential) {
        return credential instanceof ConnectedApp || credential instanceof UnifiedAccess;
    }

    static String name(TableauCredential credential) {
        if (credential instanceof PersonalAccessToken) {
            return "personal access tokens";
        }
        if (credential instanceof UsernamePassword) {
            return "user names and passwords";
        }
        return isUnifiedAccess(credential) ? "unified access tokens" : "connected apps";
    }

    /** What to look at when Tableau refuses a credential, because it does not tell. */
    static String advice(SignInPlace place, TableauCredential credential, Optional<Long> clockAhead) {
        String site = place.contentUrl().isEmpty() ? "the Default site" : "the site \"" + place.contentUrl() + '"';
        return "Tableau does not tell whether it refuses the credential or " + site + " (a content URL, not a name): "
                + advice(credential) + clock(credential, clockAhead);
    }

    private static String advice(TableauCredential credential) {
        if (credential instanceof PersonalAccessToken token) {
            return "look for the token \"" + token.name()
                    + "\" on its user's My Account Settings page, where a new one can"
                    + " be made; a token ends after 15 days without use";
        }
        if (credential instanceof UsernamePassword) {
            return "look at the user name and the password; users who sign in with SAML, OpenID Connect or a second"
                    + " factor need a personal access token";
        }
        if (isUnifiedAccess(credential)) {
            return "look at the configuration in Cloud Manager: enabled, issuer, tenant, key, the claim that names the"
                    + " user, the sites it lists, and that the user is one of the site";
        }
        return "look at the connected app: enabled, client id, secret id and value, the user's name to the letter, and that"
                + " the app has every scope that is asked for";
    }

    private static String clock(TableauCredential credential, Optional<Long> clockAhead) {
        return signsJwts(credential)
                ? clockAhead
                        .map(seconds -> "; our clock differs from Tableau's by " + seconds + " seconds")
                        .orElse("")
                : "";
    }

    private static TableauException refused(String message) {
        return new TableauException(Kind.CONFIGURATION, message);
    }
}
