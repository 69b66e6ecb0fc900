package org.vizgate.tableau;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.vizgate.credential.TableauException;

/** Asks a Tableau Server how old it is: before 2025.3 nobody can sign in by browser as the gate needs it. */
public final class ServerAge {
    private static final Logger LOG = System.getLogger(ServerAge.class.getName());
    private static final Pattern RELEASE = Pattern.compile("(\\d{4})\\.(\\d{1,3})(\\..*)?");
    private static final int YEAR = 2025;
    private static final int RELEASE_OF_YEAR = 3;

    private ServerAge() {}

    /** Asks, and warns if the answer is none, or the server too old. Throws nothing. */
    public static void check(URI server, TableauRestClient rest) {
        try {
            String version = rest.versions().look(server).productVersion();
            if (isTooOld(version)) {
                LOG.log(
                        Level.WARNING,
                        "{0} is Tableau Server {1}. Callers sign in there by browser, which needs Tableau Server 2025.3 or"
                                + " newer: update it, or set SERVER to one that is.",
                        server,
                        version);
            }
        } catch (TableauException e) {
            LOG.log(Level.WARNING, "Tableau was asked for its version at start, and did not tell: {0}", e.getMessage());
        }
    }

    // Development builds have names such as main, which say nothing.
    static boolean isTooOld(String productVersion) {
        Matcher release = RELEASE.matcher(productVersion);
        if (!release.matches()) {
            return false;
        }
        int year = Integer.parseInt(release.group(1));
        return year < YEAR || (year == YEAR && Integer.parseInt(release.group(2)) < RELEASE_OF_YEAR);
    }
}
