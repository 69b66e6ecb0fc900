package org.vizgate.servlet;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StartCheckTest {
    @Test
    void theDelayIsOver_itIsDone() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);

        StartCheck check = StartCheck.in(Duration.ZERO, done::countDown);

        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        check.close();
        assertThat(check.isOver()).isTrue();
    }

    @Test
    void closedBefore_itIsNotDoneAndNoThreadIsLeft() {
        AtomicBoolean done = new AtomicBoolean();
        StartCheck check = StartCheck.in(Duration.ofHours(1), () -> done.set(true));

        check.close();

        assertThat(check.isOver()).isTrue();
        assertThat(done).isFalse();
    }
}
