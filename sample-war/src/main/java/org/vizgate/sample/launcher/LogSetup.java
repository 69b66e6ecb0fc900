package org.vizgate.sample.launcher;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What the log shows unless the person at the command line brings a logging configuration of their own. */
final class LogSetup {
    private static final String OWN_CONFIGURATION = "java.util.logging.config.file";
    private static final String FORMAT = "java.util.logging.SimpleFormatter.format";

    // Held, because the JVM forgets the level of a logger that nobody holds.
    private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");
    private static final Logger APPLICATION_START = Logger.getLogger("org.eclipse.jetty.ee10.webapp.WebAppContext");
    private static final Logger SERVLET_ANNOTATIONS =
            Logger.getLogger("org.eclipse.jetty.ee10.annotations.WebServletAnnotation");

    private LogSetup() {}

    /** To be called before the first log line: the format is read once. */
    static void apply() {
        if (System.getProperty(OWN_CONFIGURATION) != null) {
            return;
        }
        if (System.getProperty(FORMAT) == null) {
            System.setProperty(FORMAT, "%1$tT %4$s %3$s: %5$s%6$s%n");
        }
        JETTY.setLevel(Level.WARNING);
        // Why the application did not start is told by the launcher, without a stack trace if it was refused.
        APPLICATION_START.setLevel(Level.SEVERE);
        // The MCP library annotates its transports as servlets without a path, and Jetty warns of each.
        SERVLET_ANNOTATIONS.setLevel(Level.SEVERE);
    }
}
