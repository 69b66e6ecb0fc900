package org.vizgate.it;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vizgate.spi.GrantStore;
import org.vizgate.testing.GrantStoreContract;

import static org.assertj.core.api.Assertions.assertThat;

/** The contract on two members of a Hazelcast cluster, each operation on the other one. */
class HazelcastStoreIT extends GrantStoreContract {
    private static final List<GrantStore> MEMBERS = new ArrayList<>();

    @BeforeAll
    static void start() {
        Hazelcasts cluster = Hazelcasts.describe(2);
        for (Map<String, String> options : cluster.options()) {
            MEMBERS.add(new EngineLoader().open("org.vizgate.store.jcache.JCacheStoreProvider", options));
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

    @Test
    void whatOneMemberHolds_theOtherFinds() {
        MEMBERS.get(0).insert(KEY, ENTRY, NOW);

        assertThat(MEMBERS.get(1).find(KEY, NOW)).contains(ENTRY);
        assertThat(MEMBERS.get(1).insert(KEY, ENTRY, NOW)).isFalse();
        assertThat(MEMBERS.get(1).replace(KEY, 0, ENTRY.next(END, "next"), NOW)).isTrue();
        assertThat(MEMBERS.get(0).take(KEY, NOW)).contains(ENTRY.next(END, "next"));
    }
}
