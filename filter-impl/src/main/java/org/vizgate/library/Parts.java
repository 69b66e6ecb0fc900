package org.vizgate.library;

import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;

import org.vizgate.credential.Transport;
import org.vizgate.crypto.RandomTokens;
import org.vizgate.json.Json;
import org.vizgate.outbound.HttpSender;
import org.vizgate.tableau.SignInJwts;

/** What one session works with, to be closed with it. */
record Parts(HttpSender sender, Json json, RandomTokens random, Clock clock) implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("org.vizgate.library");
    private static final int MAX_ANSWER = 1024 * 1024;

    /** @throws IllegalArgumentException if the certificates or the proxy cannot be used */
    static Parts of(Transport transport) {
        if (transport.tlsVerificationDisabled()) {
            LOG.log(
                    Level.WARNING,
                    "Certificates are not checked: whoever sits between this program and Tableau can read and change"
                            + " everything. This is for development only.");
        }
        HttpSender sender = new HttpSender(new HttpSender.Options(
                transport.deadline(),
                MAX_ANSWER,
                transport.certificatesPem(),
                transport.tlsVerificationDisabled(),
                transport.proxy()));
        return new Parts(sender, new Json(), new RandomTokens(new SecureRandom()), Clock.systemUTC());
    }

    SignInJwts jwts() {
        return new SignInJwts(json, random, clock);
    }

    @Override
    public void close() {
        sender.close();
        json.close();
    }
}
