package org.vizgate.it;

import java.util.Arrays;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long a refresh takes with 1,000 grants in PostgreSQL, and with a million ({@code it.size.grants}). No test: it prints
 * what it has measured, and is run by hand.
 */
@ExtendWith(ShowOutput.class)
class StoreSize {
    private static final int GRANTS = Integer.getInteger("it.size.grants", 1_000_000);
    private static final int FEW = 1_000;
    private static final int WARM_UP = 300;
    private static final int MEASURED = 1_000;

    @Test
    void refreshLatency_besideTheNumberOfGrants() {
        try (Postgres database = Postgres.start();
                Sample gate = Sample.builder().with(database::keepGrantsOf).start()) {
            Family family = Family.begin(OAuthClient.register(gate));
            fill(database, 0, FEW);
            measure(family, WARM_UP);
            long[] few = measure(family, MEASURED);
            fill(database, FEW, GRANTS);
            measure(family, WARM_UP);
            long[] many = measure(family, MEASURED);
            long[] fewAgain = again(database, family);

            print(FEW, few);
            print(GRANTS, many);
            print(FEW, fewAgain);
            System.out.printf(
                    "ratio of the medians: %.2f, of the 95th percentiles: %.2f%n",
                    (double) at(many, 50) / at(few, 50), (double) at(many, 95) / at(few, 95));
            assertThat(family.isLost()).isFalse();
        }
    }

    // Last as well as first: what else the machine does changes from minute to minute.
    private static long[] again(Postgres database, Family family) {
        Postgres.Sql.run(
                database.url(), "DELETE FROM vizgate_grants WHERE id LIKE 'filler-%'", "VACUUM FULL vizgate_grants");
        fill(database, 0, FEW);
        measure(family, WARM_UP);
        return measure(family, MEASURED);
    }

    /** Grants of the size that real ones have. */
    private static void fill(Postgres database, int from, int to) {
        Postgres.Sql.run(
                database.url(),
                "INSERT INTO vizgate_grants SELECT 'REFRESH', 'filler-' || n, 1, 4102444800000 + n,"
                        + " (SELECT string_agg(md5(n || '.' || i), '') FROM generate_series(1, 60) i)"
                        + " FROM generate_series(" + (from + 1) + ", " + to + ") n",
                "ANALYZE vizgate_grants");
    }

    private static long[] measure(Family family, int times) {
        return LongStream.range(0, times).map(i -> timed(family)).sorted().toArray();
    }

    private static long timed(Family family) {
        long start = System.nanoTime();
        family.refresh();
        return System.nanoTime() - start;
    }

    private static long at(long[] sorted, int percent) {
        return sorted[(sorted.length - 1) * percent / 100];
    }

    private static void print(int grants, long[] sorted) {
        System.out.printf(
                "%,d grants: median %.1f ms, 95th percentile %.1f ms, mean %.1f ms of %,d refreshes%n",
                grants,
                at(sorted, 50) / 1e6,
                at(sorted, 95) / 1e6,
                Arrays.stream(sorted).average().orElse(0) / 1e6,
                sorted.length);
    }
}
