package org.vizgate.sample.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;

import jakarta.servlet.ServletException;

import org.vizgate.standin.TableauStandIn;

/**
 * The command {@code java -jar vizgate-sample-war.war}: starts everything, waits, and says how it ended.
 *
 * <p>On standard output there is one line, when the sample is ready; everything else goes to standard error.
 * {@link #close} may be called by another thread at any time and ends {@link #call}.
 */
public final class Launcher implements Callable<Integer>, AutoCloseable {
    private static final int FINE = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final Path war;
    private final Path work;
    private final List<String> arguments;
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Queue<AutoCloseable> running = new ArrayDeque<>();

    /**
     * @param war the web application
     * @param work an existing folder for unpacked files; whoever made it deletes it
     * @param arguments the command line
     */
    public Launcher(Path war, Path work, List<String> arguments) {
        this.war = war;
        this.work = work;
        this.arguments = List.copyOf(arguments);
    }

    /** Runs until the server ends. The exit code: 0 fine, 1 could not start, 2 misused. */
    @Override
    public Integer call() throws InterruptedException {
        try {
            Options options = Options.parse(arguments);
            if (options.help()) {
                out.print(Options.HELP);
                return FINE;
            }
            LogSetup.apply();
            start(options).join();
            return FINE;
        } catch (OptionsException e) {
            err.println("Vizgate sample: " + e.getMessage() + ". Try --help.");
            return MISUSED;
        } catch (StartException e) {
            err.println("Vizgate sample: " + e.getMessage());
            return FAILED;
        }
    }

    private SampleServer start(Options options) throws StartException {
        options.settings().forEach(System::setProperty);
        SampleServer server = openServer(options);
        SampleDefaults defaults = new SampleDefaults(new GivenSettings(System::getProperty, System.getenv()));
        if (defaults.needsStandIn()) {
            SampleSignIn signIn = SampleSignIn.by(defaults.signInMode());
            defaults = defaults.withStandIn(startStandIn(options, signIn).address(), signIn.settings());
        }
        if (defaults.needsKey()) {
            err.println(
                    "No OAUTH_JWE_PRIVATE_KEY given: made a throw-away key, so every token ends with this process.");
            defaults = defaults.withKey(ThrowAwayKey.make().pem());
        }
        defaults.systemProperties().forEach(System::setProperty);
        deploy(server, options.libraries(), defaults.contextParameters(server.base()));
        out.println("Vizgate sample ready: " + server.base() + "/");
        return server;
    }

    private SampleServer openServer(Options options) throws StartException {
        try {
            return keep(SampleServer.open(options.host(), options.port(), options.contextPath()));
        } catch (IOException e) {
            throw StartException.cannotListen(options.host(), options.port(), "--port", e);
        }
    }

    private TableauStandIn startStandIn(Options options, SampleSignIn signIn) throws StartException {
        try {
            TableauStandIn standIn = keep(signIn.prepare(TableauStandIn.builder())
                    .host("127.0.0.1")
                    .port(options.tableauPort())
                    .control(options.tableauControl())
                    .start());
            err.println("Tableau stand-in: " + standIn.address());
            return standIn;
        } catch (UncheckedIOException e) {
            throw StartException.cannotListen("127.0.0.1", options.tableauPort(), "--tableau-port", e);
        }
    }

    private void deploy(SampleServer server, List<Path> libraries, Map<String, String> contextParameters)
            throws StartException {
        try {
            server.deploy(war, work, libraries, contextParameters);
        } catch (ServletException e) {
            // An application's way of saying what is wrong: the words are enough.
            throw StartException.cannotDeploy(e);
        } catch (Exception e) {
            e.printStackTrace(err);
            throw StartException.cannotDeploy(e);
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        synchronized (running) {
            running.add(part);
        }
        return part;
    }

    /** Ends what runs, the server first: while it stops, the application may still talk to Tableau. Works once. */
    @Override
    public void close() {
        synchronized (running) {
            while (!running.isEmpty()) {
                try {
                    running.remove().close();
                } catch (Exception e) {
                    err.println("Vizgate sample: did not end cleanly: " + e);
                }
            }
        }
    }
}
