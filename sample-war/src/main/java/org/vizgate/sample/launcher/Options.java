package org.vizgate.sample.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The command line, read.
 *
 * @param host address or name the sample listens on
 * @param port TCP port of the sample; 0 takes a free one
 * @param tableauPort TCP port of the Tableau stand-in; 0 takes a free one
 * @param tableauControl whether the stand-in's control interface is switched on
 * @param contextPath {@code /} for ROOT, otherwise a path that starts with a slash and does not end with one
 * @param libraries jars that the application gets besides its own, existing files
 * @param settings settings of the gate by name, in the order given
 * @param help whether only the help is wanted
 */
record Options(
        String host,
        int port,
        int tableauPort,
        boolean tableauControl,
        String contextPath,
        List<Path> libraries,
        Map<String, String> settings,
        boolean help) {
    static final String HELP = """
            Runs the Vizgate sample: a web application behind the gate, and a Tableau stand-in.

            Usage: java -jar vizgate-sample-war.war [option ...]

              --host H             address to listen on (127.0.0.1)
              --port N             port to listen on, 0 for a free one (8080)
              --context-path /x    where the application lives (/)
              --tableau-port N     port of the Tableau stand-in, 0 for a free one (8090)
              --tableau-control    switch on the stand-in's control interface, for tests
              --auth MODE          whose Tableau session requests use: the caller's own (oauth), or a shared one,
                                   by pat, username-password, direct-trust or uat. Same as --set AUTH=MODE;
                                   the stand-in's sample credentials are filled in
              --lib FILE           a jar for the application, such as a JDBC driver; repeatable
              --set NAME=VALUE     any setting of the gate; wins over the environment; repeatable
              --help               this text

            With SERVER set (--set, system property or environment variable) there is no stand-in:
            the sample talks to that Tableau. SERVER=https://online.tableau.com is Tableau Cloud.
            """;

    Options {
        libraries = List.copyOf(libraries);
        settings = Map.copyOf(settings);
    }

    /** @throws OptionsException with a text for the person at the command line */
    static Options parse(List<String> arguments) throws OptionsException {
        String host = "127.0.0.1";
        int port = 8080;
        int tableauPort = 8090;
        boolean tableauControl = false;
        String contextPath = "/";
        List<Path> libraries = new ArrayList<>();
        Map<String, String> settings = new LinkedHashMap<>();
        boolean help = false;
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--host" -> host = value(option, rest);
                case "--port" -> port = port(option, value(option, rest));
                case "--tableau-port" -> tableauPort = port(option, value(option, rest));
                case "--tableau-control" -> tableauControl = true;
                case "--context-path" -> contextPath = contextPath(value(option, rest));
                case "--auth" -> settings.put("AUTH", auth(value(option, rest)));
                case "--lib" -> libraries.add(library(value(option, rest)));
                case "--set" -> set(settings, value(option, rest));
                case "--help", "-h" -> help = true;
                default -> throw new OptionsException("unknown option " + option);
            }
        }
        return new Options(host, port, tableauPort, tableauControl, contextPath, libraries, settings, help);
    }

    private static String value(String option, Iterator<String> rest) throws OptionsException {
        if (!rest.hasNext()) {
            throw new OptionsException(option + " needs a value");
        }
        String value = rest.next();
        if (value.isBlank() || value.startsWith("--")) {
            throw new OptionsException(option + " needs a value, not \"" + value + "\"");
        }
        return value;
    }

    private static int port(String option, String value) throws OptionsException {
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, together with a number that is out of range.
        }
        throw new OptionsException(option + " takes a number from 0 to 65535, not \"" + value + "\"");
    }

    private static Path library(String value) throws OptionsException {
        if (!Files.isRegularFile(Path.of(value))) {
            throw new OptionsException("--lib takes an existing jar, not \"" + value + "\"");
        }
        return Path.of(value).toAbsolutePath();
    }

    private static String contextPath(String value) throws OptionsException {
        if (value.equals("/")) {
            return value;
        }
        // Only what needs no escaping in a URL: the path becomes part of the issuer, which is compared letter by
        // letter.
        if (!value.matches("(/[A-Za-z0-9._~-]+)+") || value.matches(".*/\\.{1,2}(/.*)?")) {
            throw new OptionsException("--context-path takes a path like /sample, not \"" + value + "\"");
        }
        return value;
    }

    private static String auth(String value) throws OptionsException {
        return SignInMode.named(value)
                .map(SignInMode::settingValue)
                .orElseThrow(() -> new OptionsException(
                        "--auth takes oauth, pat, username-password, direct-trust or uat, not \"" + value + "\""));
    }

    private static void set(Map<String, String> settings, String assignment) throws OptionsException {
        int equals = assignment.indexOf('=');
        if (equals < 1 || !assignment.substring(0, equals).matches("[A-Z][A-Z0-9_]*")) {
            // The text is not repeated: it may hold a password.
            throw new OptionsException("--set takes NAME=VALUE");
        }
        settings.put(assignment.substring(0, equals), assignment.substring(equals + 1));
    }
}
