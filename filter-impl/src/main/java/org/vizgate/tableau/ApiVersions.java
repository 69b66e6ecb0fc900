package org.vizgate.tableau;

import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import org.vizgate.cache.BoundedCache;
import org.vizgate.credential.ApiVersion;
import org.vizgate.credential.ServerInfo;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;

/**
 * In which version of the REST API a server is spoken to: the configured one, or the newest that the server says it knows.
 * Nobody is asked before it is needed. Safe for use by several threads.
 */
public final class ApiVersions {
    /** What Tableau's own MCP server speaks, so every server that signs users in by browser knows it. */
    public static final ApiVersion USUAL = new ApiVersion(3, 24);

    private static final System.Logger LOG = System.getLogger(ApiVersions.class.getName());
    private static final int MAX_SERVERS = 100;
    // Servers are updated now and then; the version before is served as well, so this need not be short.
    private static final Duration BELIEVED_FOR = Duration.ofHours(12);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(5);

    private final Optional<ApiVersion> configured;
    private final Function<URI, ServerInfo> asking;
    private final Clock clock;
    private final BoundedCache<URI, Told> told;
    private final BoundedCache<URI, Untold> untold;

    private record Told(ApiVersion version, Instant until) {}

    private record Untold(Instant until) {}

    ApiVersions(Optional<ApiVersion> configured, Function<URI, ServerInfo> asking, Clock clock) {
        this.configured = configured;
        this.asking = asking;
        this.clock = clock;
        this.told = new BoundedCache<>(MAX_SERVERS, Told::until, clock);
        this.untold = new BoundedCache<>(MAX_SERVERS, Untold::until, clock);
    }

    /**
     * The version for a server. Of many who need it at a time, one asks.
     *
     * @throws TableauException if it is not configured, and the server does not tell
     */
    ApiVersion of(URI server) {
        return configured.orElseGet(() -> told.load(server, this::ask).version());
    }

    /** As {@link #of}; but if the server does not tell, the usual one, and a warning that says so. */
    ApiVersion orUsual(URI server) {
        if (configured.isPresent()) {
            return configured.get();
        }
        try {
            return told.load(server, this::askUnlessInVain).version();
        } catch (TableauException e) {
            return USUAL;
        }
    }

    /**
     * Asks a server now, and remembers the answer.
     *
     * @throws TableauException if it does not tell
     */
    ServerInfo look(URI server) {
        ServerInfo info = asking.apply(server);
        told.put(server, told(server, info));
        return info;
    }

    private Told askUnlessInVain(URI server) {
        if (untold.get(server) != null) {
            throw new TableauException(Kind.UNAVAILABLE, server + " did not tell its version a moment ago");
        }
        try {
            return ask(server);
        } catch (TableauException e) {
            LOG.log(
                    Level.WARNING,
                    "{0} does not tell which REST API it speaks, so {1} is tried; TABLEAU_API_VERSION sets another: {2}",
                    server,
                    USUAL,
                    e.getMessage());
            untold.put(server, new Untold(clock.instant().plus(PAUSE_AFTER_FAILURE)));
            throw e;
        }
    }

    private Told ask(URI server) {
        return told(server, asking.apply(server));
    }

    private Told told(URI server, ServerInfo info) {
        LOG.log(
                Level.INFO,
                "{0} is Tableau {1} ({2}) and speaks REST API {3}",
                server,
                info.productVersion(),
                info.build(),
                info.restApiVersion());
        return new Told(info.restApiVersion(), clock.instant().plus(BELIEVED_FOR));
    }
}
