package org.vizgate.credential;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How Tableau is reached. Immutable. Redirects are never followed: an answer that redirects is an error that names the
 * address to use.
 *
 * @param deadline for a whole exchange: connecting, TLS, request and answer
 * @param certificatesPem PEM text with certificates of own CAs or of self-signed servers, trusted in addition to the JVM's
 * @param proxy {@code http://host:port}; empty for direct connections
 * @param httpAllowed whether plain http may be used off loopback, where everybody in between can take the credentials
 * @param tlsVerificationDisabled whether any certificate chain is believed; the host name is checked all the same
 */
public record Transport(
        Duration deadline,
        Optional<String> certificatesPem,
        Optional<URI> proxy,
        boolean httpAllowed,
        boolean tlsVerificationDisabled) {
    private static final Duration USUAL_DEADLINE = Duration.ofSeconds(10);

    public Transport {
        Objects.requireNonNull(certificatesPem, "certificatesPem");
        Objects.requireNonNull(proxy, "proxy");
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("the deadline must be more than nothing");
        }
    }

    /** Ten seconds, the JVM's trust anchors, no proxy. */
    public static Transport usual() {
        return new Transport(USUAL_DEADLINE, Optional.empty(), Optional.empty(), false, false);
    }

    public Transport within(Duration time) {
        return new Transport(time, certificatesPem, proxy, httpAllowed, tlsVerificationDisabled);
    }

    /** The same, trusting these certificates as well. */
    public Transport trusting(String pem) {
        return new Transport(deadline, Optional.of(pem), proxy, httpAllowed, tlsVerificationDisabled);
    }

    public Transport through(URI httpProxy) {
        return new Transport(deadline, certificatesPem, Optional.of(httpProxy), httpAllowed, tlsVerificationDisabled);
    }

    /** The same, also over plain http to hosts that are not loopback. */
    public Transport dangerouslyAllowingHttp() {
        return new Transport(deadline, certificatesPem, proxy, true, tlsVerificationDisabled);
    }

    /** The same, believing any certificate: for development. A warning is logged each time it is used. */
    public Transport dangerouslyWithoutTlsVerification() {
        return new Transport(deadline, certificatesPem, proxy, httpAllowed, true);
    }
}
