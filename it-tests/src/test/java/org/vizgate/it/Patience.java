package org.vizgate.it;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;

import static org.assertj.core.api.Assertions.assertThat;

/** Asks again while no answer comes, or only "later" (503) or a proxy's "nobody there" (502). */
final class Patience {
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final int TRIES = 1_200;

    private Patience() {}

    static Answer answered(Supplier<Answer> asking) {
        return answered(asking, new ConcurrentSkipListSet<>());
    }

    /** @param statuses where each status that comes is added; 0 is a connection that broke */
    static Answer answered(Supplier<Answer> asking, Set<Integer> statuses) {
        for (int i = 0; i < TRIES; i++) {
            try {
                Answer answer = asking.get();
                statuses.add(answer.status());
                if (answer.status() == 503) {
                    assertThat(answer.header("retry-after")).isNotEmpty();
                } else if (answer.status() != 502) {
                    return answer;
                }
            } catch (UncheckedIOException e) {
                statuses.add(0);
            }
            Eventually.pause(BETWEEN);
        }
        throw new AssertionError("no answer for two minutes");
    }
}
