package org.vizgate.outbound;

import java.net.URI;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** An HttpClient with all that would surprise turned off, and everything that could grow bounded. */
final class BoundedClient {
    private static final int CONNECTIONS = 50;
    private static final TimeValue CONNECTION_LIFE = TimeValue.ofMinutes(5);
    private static final Timeout CONNECTION_IDLE = Timeout.ofSeconds(30);
    private static final Http1Config LIMITS =
            Http1Config.custom().setMaxLineLength(16_384).setMaxHeaderCount(100).build();

    private BoundedClient() {}

    static CloseableHttpClient of(HttpSender.Options options, DnsResolver resolver) {
        Timeout deadline = Timeout.of(options.deadline());
        HttpClientBuilder client = HttpClientBuilder.create()
                .setConnectionManager(pool(options, resolver, deadline))
                .setDefaultRequestConfig(requests(deadline))
                .setUserAgent("vizgate")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching();
        options.proxy().ifPresent(proxy -> client.setProxy(hostOf(proxy)));
        return client.build();
    }

    private static HttpClientConnectionManager pool(
            HttpSender.Options options, DnsResolver resolver, Timeout deadline) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(socket -> new QuietConnection("vizgate", LIMITS))
                .setTlsSocketStrategy(tls(options))
                .setDnsResolver(resolver)
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(deadline).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(deadline)
                        .setSocketTimeout(deadline)
                        .setTimeToLive(CONNECTION_LIFE)
                        .setIdleTimeout(CONNECTION_IDLE)
                        // Always: nothing is repeated here, so a connection the server has closed must not be used.
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build())
                .build();
    }

    /** CLIENT: HttpClient itself compares the host name, whatever the trust manager is, and says so when it differs. */
    private static TlsSocketStrategy tls(HttpSender.Options options) {
        return new DefaultClientTlsStrategy(
                TrustAnchors.of(options), HostnameVerificationPolicy.CLIENT, new DefaultHostnameVerifier());
    }

    private static RequestConfig requests(Timeout deadline) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(deadline)
                .setResponseTimeout(deadline)
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build();
    }

    private static HttpHost hostOf(URI proxy) {
        return new HttpHost("http", proxy.getHost(), proxy.getPort());
    }
}
