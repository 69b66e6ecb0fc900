package org.vizgate.it;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** {@link SignInWalk} at ROOT. */
class SignInWalkIT extends SignInWalk {
    private static Sample sample;

    SignInWalkIT() {
        super(sample);
    }

    @BeforeAll
    static void start() {
        sample = Sample.start();
    }

    @AfterAll
    static void stop() {
        sample.close();
    }
}
