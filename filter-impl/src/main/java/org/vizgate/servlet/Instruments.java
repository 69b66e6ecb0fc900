package org.vizgate.servlet;

import java.security.SecureRandom;
import java.time.Clock;

import org.vizgate.crypto.RandomTokens;
import org.vizgate.json.Json;
import org.vizgate.tableau.MonotonicClock;

/** What nearly every object needs: JSON, randomness, time. The real ones; everywhere else they are handed in. */
record Instruments(Json json, RandomTokens random, Clock clock, MonotonicClock ages) {
    static Instruments real() {
        return new Instruments(new Json(), new RandomTokens(new SecureRandom()), Clock.systemUTC(), System::nanoTime);
    }
}
