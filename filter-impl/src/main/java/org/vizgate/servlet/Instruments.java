package org.vizgate.servlet;

import java.security.SecureRandom;
import java.time.Clock;

import org.vizgate.audit.AuditLog;
import org.vizgate.crypto.RandomTokens;
import org.vizgate.json.Json;
import org.vizgate.metrics.Metrics;
import org.vizgate.tableau.MonotonicClock;

/**
 * What nearly every object needs: JSON, randomness, time, and who is to be told of what happens. The real ones; everywhere else
 * they are handed in.
 */
record Instruments(Json json, RandomTokens random, Clock clock, MonotonicClock ages, Metrics metrics, AuditLog audit) {
    static Instruments real() {
        Metrics metrics = new Metrics();
        return new Instruments(
                new Json(),
                new RandomTokens(new SecureRandom()),
                Clock.systemUTC(),
                System::nanoTime,
                metrics,
                new AuditLog(metrics));
    }
}
