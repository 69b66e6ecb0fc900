package org.vizgate.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import com.sun.net.httpserver.HttpServer;
import org.vizgate.standin.cloud.CloudManager;
import org.vizgate.standin.cloud.CloudSessions;
import org.vizgate.standin.control.CallCounts;
import org.vizgate.standin.control.ControlArea;
import org.vizgate.standin.control.StandInControl;
import org.vizgate.standin.control.Troubles;
import org.vizgate.standin.credential.Credentials;
import org.vizgate.standin.credential.KnownCredentials;
import org.vizgate.standin.credential.SampleCredentials;
import org.vizgate.standin.data.Flavour;
import org.vizgate.standin.data.SampleData;
import org.vizgate.standin.data.StandInData;
import org.vizgate.standin.http.Area;
import org.vizgate.standin.http.HttpDoor;
import org.vizgate.standin.http.Router;
import org.vizgate.standin.oauth.AuthorizationCodes;
import org.vizgate.standin.oauth.OAuthServer;
import org.vizgate.standin.oauth.OriginHost;
import org.vizgate.standin.oauth.RedirectUris;
import org.vizgate.standin.oauth.RefreshTokens;
import org.vizgate.standin.rest.Product;
import org.vizgate.standin.rest.RestApi;
import org.vizgate.standin.session.SessionLimits;
import org.vizgate.standin.session.Sessions;

/**
 * A running pretended Tableau. It keeps everything in memory and forgets it when closed.
 *
 * <pre>{@code
 * try (TableauStandIn tableau = TableauStandIn.builder().clock(clock).control(true).start()) {
 *     URI server = tableau.address();
 *     tableau.control().at("/api/**").times(1).unavailable();
 * }
 * }</pre>
 */
public final class TableauStandIn implements AutoCloseable {
    // More than there are cores: calls that are answered late on purpose each hold one.
    private static final int THREADS = 64;

    static {
        // The JDK's server writes head and body apart; with Nagle's algorithm each answer would wait 40 ms for an
        // acknowledgement.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final URI address;
    private final URI cloudManager;
    private final StandInControl control;

    private TableauStandIn(Builder wanted) throws IOException {
        server = HttpServer.create(new InetSocketAddress(wanted.host, wanted.port), 0);
        address = URI.create("http://" + wanted.host + ":" + server.getAddress().getPort());
        cloudManager = URI.create(address + wanted.cloudManagerPath + "/api/v1");
        threads = Executors.newFixedThreadPool(THREADS, TableauStandIn::daemon);
        control = assemble(wanted);
        server.setExecutor(threads);
        server.start();
    }

    /** A stand-in with the sample data on a free port of 127.0.0.1, unless told otherwise. */
    public static Builder builder() {
        return new Builder();
    }

    /** Scheme, host and port, without a trailing slash. */
    public URI address() {
        return address;
    }

    /** Where Cloud Manager's paths begin, if {@link Builder#flavour} is Cloud; without a trailing slash. */
    public URI cloudManager() {
        return cloudManager;
    }

    /** The levers; they are there in the same JVM whether or not they are open to HTTP. */
    public StandInControl control() {
        return control;
    }

    /** Ends at once, also what is being answered slowly. Closing twice does nothing more. */
    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }

    private StandInControl assemble(Builder wanted) {
        Supplier<String> random = randomTexts();
        Sessions sessions = new Sessions(wanted.clock, wanted.limits, random);
        CloudSessions cloudSessions = new CloudSessions(wanted.clock, random);
        Product product = wanted.product;
        KnownCredentials credentials =
                new KnownCredentials(wanted.clock, product.flavour(), wanted.data, wanted.credentials);
        AuthorizationCodes codes = new AuthorizationCodes(wanted.clock, random);
        RefreshTokens refreshTokens = new RefreshTokens(random);
        OriginHost originHost = new OriginHost(address.getAuthority());
        Troubles troubles = new Troubles();
        CallCounts counts = new CallCounts();
        StandInControl levers = new StandInControl(
                troubles, counts, sessions, cloudSessions, credentials, codes, refreshTokens, originHost);

        List<Area> areas = new ArrayList<>();
        if (product.flavour() == Flavour.CLOUD) {
            areas.addAll(CloudManager.areas(
                    wanted.cloudManagerPath, wanted.data, credentials.unifiedAccess(), cloudSessions, sessions));
        }
        areas.add(RestApi.area(product, wanted.data, sessions, credentials));
        if (wanted.control) {
            areas.add(ControlArea.area(levers));
        }
        RedirectUris redirects = new RedirectUris(wanted.allowedRedirectHosts);
        areas.add(OAuthServer.area(
                wanted.data,
                wanted.credentials.on(product.flavour()),
                sessions,
                redirects,
                codes,
                refreshTokens,
                originHost,
                wanted.control));
        server.createContext("/", new HttpDoor(List.of(counts, troubles), new Router(areas)));
        return levers;
    }

    private static Supplier<String> randomTexts() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] bytes = new byte[24];
            random.nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        };
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "tableau-stand-in");
        thread.setDaemon(true);
        return thread;
    }

    /** What a stand-in is to be like. Not for several threads. */
    public static final class Builder {
        private String host = "127.0.0.1";
        private int port;
        private Clock clock = Clock.systemUTC();
        private boolean control;
        private List<String> allowedRedirectHosts = List.of();
        private StandInData data = SampleData.create();
        private Product product = Product.USUAL;
        private Credentials credentials = SampleCredentials.create();
        private String cloudManagerPath = "";
        private SessionLimits limits = SessionLimits.CLOUD;

        private Builder() {}

        /** The host name or address to listen on, which is part of {@link TableauStandIn#address} too. */
        public Builder host(String value) {
            host = value;
            return this;
        }

        /** The port; 0, as at first, for any free one. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /** What all lifetimes go by. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /** Whether {@code /control/*} and scripted sign-in are open; at first they are not. */
        public Builder control(boolean value) {
            control = value;
            return this;
        }

        /** The only hosts, without port, that browsers are sent back to; none, as at first, for any. */
        public Builder allowedRedirectHosts(String... values) {
            allowedRedirectHosts = List.of(values);
            return this;
        }

        /** Other sites, users and workbooks. */
        public Builder data(StandInData value) {
            data = value;
            return this;
        }

        /** Tableau Server, as at first, or Tableau Cloud with its Cloud Manager. */
        public Builder flavour(Flavour value) {
            product = product.with(value);
            return this;
        }

        /**
         * What {@code serverinfo} says: the product's version, which is any text, and the newest version of the REST API.
         * Newer ones are not served.
         *
         * @throws IllegalArgumentException if {@code apiVersion} is not of the form {@code 3.27}
         */
        public Builder version(String productVersion, String apiVersion) {
            product = product.with(productVersion, apiVersion);
            return this;
        }

        /** What people and programs sign in with, in place of the sample credentials. */
        public Builder credentials(Credentials value) {
            credentials = value;
            return this;
        }

        /**
         * What Cloud Manager's paths begin with, such as {@code /cloud-manager}; at first nothing. At Tableau it has a host
         * of its own instead.
         */
        public Builder cloudManagerPath(String value) {
            cloudManagerPath = value;
            return this;
        }

        /** How long sessions live: in all, and without a call. */
        public Builder sessionLimits(Duration lifetime, Duration idle) {
            limits = new SessionLimits(lifetime, idle);
            return this;
        }

        /** @throws UncheckedIOException if the port cannot be had */
        public TableauStandIn start() {
            try {
                return new TableauStandIn(this);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
