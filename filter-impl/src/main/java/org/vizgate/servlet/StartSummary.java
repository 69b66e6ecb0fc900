package org.vizgate.servlet;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.ServletContext;

import org.vizgate.config.Settings;

/** What an administrator is told at start: what was understood; no secret. */
final class StartSummary {
    private static final Logger LOG = System.getLogger("org.vizgate");

    private StartSummary() {}

    static void log(Settings settings, Components components, ServletContext context) {
        settings.warnings().forEach(warning -> LOG.log(Level.WARNING, warning));
        if (settings instanceof Settings.Protecting protecting) {
            log(protecting, components.keyIds(), context);
        }
    }

    private static void log(Settings.Protecting settings, List<String> keyIds, ServletContext context) {
        Settings.Gate gate = settings.gate();
        LOG.log(
                Level.INFO,
                """
                Vizgate protects {0}
                  issuer     {1}
                  resources  {2}
                  endpoints  {3}
                  Tableau    {4}
                  sessions   {9}
                  tokens     {5}, keys {6} (the first issues)
                  store      {10}
                  On Tableau Server, allow the callback {7}:
                    tsm configuration set -k oauth.allowed_redirect_uri_hosts -v {8}
                    tsm pending-changes apply""",
                context.getContextPath().isEmpty() ? "/" : context.getContextPath(),
                gate.issuer(),
                gate.resources(),
                endpoints(settings),
                tableau(settings.tableau()),
                algorithms(gate.tokenFormat()),
                keyIds,
                gate.redirectUri(),
                gate.redirectUri().getRawAuthority(),
                sessions(settings),
                settings.store().name());
    }

    private static String algorithms(Settings.TokenFormat format) {
        return switch (format) {
            case RSA -> "HS256 in RSA-OAEP-256, A256GCM";
            case DIRECT -> "dir, A256GCM";
        };
    }

    private static String sessions(Settings.Protecting settings) {
        return settings.credential()
                .map(credential -> "the gate's own (AUTH=" + credential.auth().word() + ")")
                .orElse("the callers' own, in their access tokens");
    }

    private static String endpoints(Settings.Protecting settings) {
        Settings.Gate gate = settings.gate();
        List<String> shown = new ArrayList<>();
        for (EndpointKind kind : EndpointKind.values()) {
            if (kind == EndpointKind.CALLBACK) {
                shown.add(gate.redirectUri().toString());
            } else if (kind.isWanted(settings)
                    && (kind != EndpointKind.REGISTER || settings.clients().dynamicRegistration())) {
                kind.mappings(gate.endpointPath()).stream()
                        .filter(mapping -> !mapping.endsWith("/*"))
                        .forEach(mapping -> shown.add(gate.issuer() + mapping));
            }
        }
        return String.join("\n             ", shown);
    }

    private static String tableau(Settings.Tableau tableau) {
        String server = tableau.server().map(Object::toString).orElse("Tableau Cloud");
        String site = tableau.siteName().isEmpty() ? "any" : tableau.siteName();
        return server + ", site " + site + (tableau.lockSite() ? " (locked)" : "");
    }
}
