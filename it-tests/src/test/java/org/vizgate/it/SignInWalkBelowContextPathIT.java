package org.vizgate.it;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** {@link SignInWalk} below a context path. */
class SignInWalkBelowContextPathIT extends SignInWalk {
    private static Sample sample;

    SignInWalkBelowContextPathIT() {
        super(sample);
    }

    @BeforeAll
    static void start() {
        sample = Sample.builder().contextPath("/x").start();
    }

    @AfterAll
    static void stop() {
        sample.close();
    }
}
