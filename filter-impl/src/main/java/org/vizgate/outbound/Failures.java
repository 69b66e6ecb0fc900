package org.vizgate.outbound;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.jspecify.annotations.Nullable;
import org.vizgate.outbound.OutboundException.Kind;

/** Says in an administrator's words why a request to one host failed. */
final class Failures {
    private final String host;

    Failures(OutboundRequest request) {
        URI uri = request.uri();
        host = uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    OutboundException ofClosedSender() {
        return failure(Kind.UNREACHABLE, host + " was not asked: the web application is stopping", null);
    }

    OutboundException ofDeadline() {
        return failure(
                Kind.TIMED_OUT,
                host + " did not answer in time: look at its load and the network, or allow more time"
                        + " (TABLEAU_REQUEST_TIMEOUT_MS, Transport.within)",
                null);
    }

    OutboundException ofSize(int maxBytes) {
        return failure(Kind.TOO_LARGE, host + " sent more than " + maxBytes + " bytes: is it the right server?", null);
    }

    OutboundException ofCompression() {
        return failure(
                Kind.BROKEN, host + " sent a compressed answer that nobody asked for: look at the proxies", null);
    }

    OutboundException ofTunnel(int status) {
        return failure(
                Kind.UNREACHABLE,
                "the proxy refuses a connection to " + host + " (status " + status + "): look at TABLEAU_PROXY",
                null);
    }

    OutboundException of(Exception e) {
        if (e instanceof SSLException tls) {
            return ofTls(tls);
        }
        if (e instanceof SocketTimeoutException || e instanceof ConnectionRequestTimeoutException) {
            return ofDeadline();
        }
        if (e instanceof UnknownHostException) {
            return failure(Kind.UNREACHABLE, host + " is not a name that can be resolved: correct SERVER", e);
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return failure(
                    Kind.UNREACHABLE, host + " cannot be reached: look at SERVER, the network and TABLEAU_PROXY", e);
        }
        if (causedBy(e, MessageConstraintException.class)) {
            return failure(Kind.TOO_LARGE, host + " sent headers that are too large: is it the right server?", null);
        }
        return ofBreak(e);
    }

    private OutboundException ofTls(SSLException e) {
        if (e instanceof SSLPeerUnverifiedException) {
            return failure(
                    Kind.UNTRUSTED,
                    host
                            + " shows a certificate for another name: use the name in the certificate as SERVER, or have the"
                            + " certificate corrected (this is no matter of TABLEAU_CA_CERTIFICATES)",
                    e);
        }
        if (causedBy(e, GeneralSecurityException.class)) {
            return failure(
                    Kind.UNTRUSTED,
                    host + " shows a certificate that is not trusted: trust its CA, in PEM, by the"
                            + " setting TABLEAU_CA_CERTIFICATES or by Transport.trusting",
                    e);
        }
        return ofBreak(e);
    }

    /** Without the cause: HttpClient's messages repeat lines of the answer. */
    private OutboundException ofBreak(Exception e) {
        return failure(
                Kind.BROKEN,
                host + " ended the exchange early, or does not speak the scheme of its address ("
                        + e.getClass().getSimpleName() + "): look at SERVER and at the proxies",
                null);
    }

    private static boolean causedBy(Throwable e, Class<? extends Throwable> type) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static OutboundException failure(Kind kind, String message, @Nullable Throwable cause) {
        return new OutboundException(kind, message, cause);
    }
}
