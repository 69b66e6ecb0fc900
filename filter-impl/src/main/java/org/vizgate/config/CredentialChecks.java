package org.vizgate.config;

import java.util.Optional;

import org.vizgate.config.Settings.Auth;
import org.vizgate.credential.ApiVersion;
import org.vizgate.credential.ConnectedApp;
import org.vizgate.credential.TableauCredential;
import org.vizgate.credential.UnifiedAccess;

import static org.vizgate.config.SettingKey.AUTH;
import static org.vizgate.config.SettingKey.JWT_SUB_CLAIM;
import static org.vizgate.config.SettingKey.OAUTH_ACCEPT_UNSIGNED_TOKENS;
import static org.vizgate.config.SettingKey.SERVER;
import static org.vizgate.config.SettingKey.SITE_NAME;
import static org.vizgate.config.SettingKey.TABLEAU_API_VERSION;
import static org.vizgate.config.SettingKey.TABLEAU_IMPERSONATE_USER_ID;

/** Checks what the gate signs in with against the rest of the settings. */
final class CredentialChecks {
    private static final String CLOUD_DOMAIN = ".online.tableau.com";

    private final Settings.Credential credential;
    private final Settings.Tableau tableau;
    private final Lookup lookup;

    CredentialChecks(Settings.Credential credential, Settings.Tableau tableau, Lookup lookup) {
        this.credential = credential;
        this.tableau = tableau;
        this.lookup = lookup;
    }

    void check(Settings.Gate gate) {
        requireServer();
        if (tableau.server()
                .filter(server -> server.getHost().endsWith(CLOUD_DOMAIN))
                .isPresent()) {
            checkCloud();
        }
        if (isPerCaller()) {
            requireLockedSite();
        }
        requireVersion();
        if (gate.acceptUnsignedTokens()) {
            lookup.problem(
                    OAUTH_ACCEPT_UNSIGNED_TOKENS,
                    "is true, but AUTH is " + credential.auth().word()
                            + ": such tokens are good for the Tableau session in" + " them alone",
                    "Remove it, or write AUTH=oauth");
        }
    }

    private void requireVersion() {
        ApiVersion oldest = credential.credential().oldestApiVersion();
        tableau.apiVersion()
                .filter(version -> !version.isAtLeast(oldest))
                .ifPresent(version -> lookup.problem(
                        TABLEAU_API_VERSION,
                        "is " + version + ", and AUTH=" + credential.auth().word() + " needs " + oldest,
                        "Remove it, so that the newest is used that the server knows"));
    }

    private void requireServer() {
        if (tableau.server().isEmpty()) {
            lookup.problem(
                    SERVER,
                    "does not name a Tableau, and AUTH is " + credential.auth().word(),
                    "Write the address of the server; on Tableau Cloud that of the pod, such as"
                            + " https://prod-ca-a.online.tableau.com");
        }
    }

    private void checkCloud() {
        if (tableau.siteName().isEmpty()) {
            lookup.problem(
                    SITE_NAME,
                    "is missing, and Tableau Cloud has no Default site",
                    "Write the site's content URL: what follows /site/ in the address of a page of that site");
        }
        if (credential.auth() == Auth.USERNAME_PASSWORD) {
            lookup.problem(
                    AUTH, "is username-password, and Tableau Cloud takes no passwords from programs", "Write AUTH=pat");
        }
        if (credential.impersonatedUser().isPresent()) {
            lookup.problem(
                    TABLEAU_IMPERSONATE_USER_ID,
                    "is set, and Tableau Cloud has no impersonation",
                    "Remove it; AUTH=direct-trust and AUTH=uat name the user themselves");
        }
    }

    /** One user name can be two people on two sites, and the gate would act for the wrong one. */
    private void requireLockedSite() {
        if (!tableau.lockSite() || tableau.siteName().isEmpty()) {
            lookup.problem(
                    JWT_SUB_CLAIM,
                    "acts for whoever is calling (" + Settings.CALLERS_NAME + "), but users of any site may sign in",
                    "Write the site's content URL into SITE_NAME, and do not switch OAUTH_LOCK_SITE off");
        }
    }

    private boolean isPerCaller() {
        return user(credential.credential())
                .or(() -> Optional.of(""))
                .map(user -> user + credential.additionalPayload().orElse(""))
                .filter(text -> text.contains(Settings.CALLERS_NAME))
                .isPresent();
    }

    private static Optional<String> user(TableauCredential credential) {
        if (credential instanceof ConnectedApp app) {
            return Optional.of(app.username());
        }
        return credential instanceof UnifiedAccess access ? Optional.of(access.username()) : Optional.empty();
    }
}
