package org.vizgate.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.vizgate.spi.GrantStore;
import org.vizgate.testing.GrantStoreContract;

/** The contract on two members of an Infinispan cluster, each operation on the other one. */
class InfinispanStoreIT extends GrantStoreContract {
    private static final String MEMBER = """
            <infinispan xmlns="urn:infinispan:config:16.0">
              <jgroups>
                <stack name="loopback" extends="tcp">
                  <TCP bind_addr="127.0.0.1" bind_port="%1$d" port_range="0"/>
                  <TCPPING initial_hosts="127.0.0.1[%2$d],127.0.0.1[%3$d]" port_range="0"
                           stack.combine="REPLACE" stack.position="MPING"/>
                </stack>
              </jgroups>
              <cache-container name="grants">
                <transport stack="loopback" cluster="%4$s"/>
                <distributed-cache name="vizgate-state" mode="SYNC" owners="2"/>
                <distributed-cache name="vizgate-code" mode="SYNC" owners="2"/>
                <distributed-cache name="vizgate-refresh" mode="SYNC" owners="2"/>
                <distributed-cache name="vizgate-revocation" mode="SYNC" owners="2"/>
              </cache-container>
            </infinispan>
            """;
    private static final List<GrantStore> MEMBERS = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        int first = Ports.free();
        int second = Ports.free();
        String name = UUID.randomUUID().toString();
        for (int port : List.of(first, second)) {
            Path config = Files.writeString(
                    Path.of(System.getProperty("it.work")).toAbsolutePath().resolve("infinispan-" + port + ".xml"),
                    MEMBER.formatted(port, first, second, name));
            MEMBERS.add(new EngineLoader()
                    .open(
                            "org.vizgate.store.jcache.JCacheStoreProvider",
                            Map.of(
                                    "CONFIG",
                                    config.toString(),
                                    "PROVIDER",
                                    "org.infinispan.jcache.embedded.JCachingProvider")));
        }
    }

    @AfterAll
    static void stop() {
        MEMBERS.forEach(GrantStore::close);
    }

    @Override
    protected GrantStore open() {
        return new Members(MEMBERS);
    }
}
