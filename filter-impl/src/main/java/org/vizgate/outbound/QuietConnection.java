package org.vizgate.outbound;

import java.io.IOException;
import java.net.Socket;

import javax.net.ssl.SSLSocket;

import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.SocketHolder;

/**
 * HttpClient's connection without its logging of headers and bodies. The loggers {@code org.apache.hc.client5.http.headers}
 * and {@code .wire} are often turned on for a whole application, and would then print every session token.
 */
final class QuietConnection extends DefaultManagedHttpClientConnection {
    QuietConnection(String id, Http1Config limits) {
        super(id, null, null, limits, null, null, null, null);
    }

    /** With a plain holder: the inherited method chooses one that copies the bytes to the log. */
    @Override
    public void bind(Socket socket) throws IOException {
        bind(new SocketHolder(socket));
    }

    @Override
    public void bind(SSLSocket socket, Socket base) throws IOException {
        bind(new SocketHolder(socket, base));
    }

    @Override
    protected void onRequestSubmitted(ClassicHttpRequest request) {}

    @Override
    protected void onResponseReceived(ClassicHttpResponse response) {}
}
