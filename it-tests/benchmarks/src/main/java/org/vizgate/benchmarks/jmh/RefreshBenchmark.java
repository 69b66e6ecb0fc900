package org.vizgate.benchmarks.jmh;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.vizgate.crypto.MacKey;
import org.vizgate.crypto.RandomTokens;
import org.vizgate.grant.Approval;
import org.vizgate.grant.RefreshGrant;
import org.vizgate.grant.RefreshGrants;
import org.vizgate.grant.TableauGrant;
import org.vizgate.json.Json;
import org.vizgate.scope.Scopes;
import org.vizgate.session.Secret;
import org.vizgate.session.TableauSite;
import org.vizgate.session.TableauUser;
import org.vizgate.spi.GrantStore;
import org.vizgate.spi.StoreOptions;
import org.vizgate.store.jdbc.JdbcStoreProvider;
import org.vizgate.store.memory.MemoryStoreProvider;

/** One rotation of a refresh token: find, lease, rotate. Without Tableau, which is asked in between. */
public class RefreshBenchmark extends Timed {
    private static final Duration IDLE = Duration.ofDays(30);
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Duration LEASE = Duration.ofSeconds(30);

    /** The kind of store; {@code h2} is a file, and each commit is on the disk. */
    @Param({"memory", "h2"})
    public String store = "";

    private final RandomTokens random = new RandomTokens(new SecureRandom());
    private State state = new State(new MemoryStoreProvider().open(new StoreOptions(Map.of())), List.of());
    private RefreshGrants grants = grants(state.store());
    private String token = "";

    private record State(GrantStore store, List<Path> files) {}

    @Setup
    public void open() throws IOException {
        if (store.equals("h2")) {
            Path folder = Files.createTempDirectory("vizgate-benchmark");
            StoreOptions options = new StoreOptions(Map.of("URL", "jdbc:h2:file:" + folder.resolve("grants")));
            state = new State(new JdbcStoreProvider().open(options), List.of(folder));
        }
        grants = grants(state.store());
        token = grants.create(grant(), IDLE);
    }

    @TearDown
    public void close() throws IOException {
        state.store().close();
        for (Path folder : state.files()) {
            File[] inside = folder.toFile().listFiles();
            for (File file : inside == null ? new File[0] : inside) {
                Files.delete(file.toPath());
            }
            Files.delete(folder);
        }
    }

    private RefreshGrants grants(GrantStore kept) {
        return new RefreshGrants(kept, new Json(), new MacKey(random.bytes(32)), random, Clock.systemUTC());
    }

    private RefreshGrant grant() {
        Instant now = Instant.now();
        TableauGrant tableau = new TableauGrant(
                random.uuid(),
                URI.create("https://10ax.online.tableau.com"),
                Secret.of(random.text(60)),
                now.plus(Duration.ofHours(4)),
                Secret.of(random.text(60)),
                new TableauSite(random.uuid(), "sales"),
                new TableauUser(random.uuid(), "jo@corp.example"));
        Approval approval = new Approval(
                random.text(16), "none", List.of(Tokens.ISSUER), Scopes.of("tableau:content:read"), tableau);
        return new RefreshGrant(random.text(16), approval, now.plus(Duration.ofDays(365)));
    }

    @Benchmark
    public String rotation() {
        RefreshGrants.Current found = (RefreshGrants.Current) grants.find(token).orElseThrow();
        RefreshGrants.Current leased = grants.lease(found, LEASE).orElseThrow();
        token = grants.rotate(leased, leased.grant(), IDLE, GRACE).orElseThrow();
        return token;
    }
}
