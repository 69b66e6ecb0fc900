package org.vizgate.outbound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Whose certificates are believed: the JVM's trust anchors, and more if configured. */
final class TrustAnchors {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN CERTIFICATE-----[^-]{1,100000}-----END CERTIFICATE-----");

    private TrustAnchors() {}

    /** @throws IllegalArgumentException if the extra certificates are none */
    static SSLContext of(HttpSender.Options options) {
        @Nullable
        KeyStore anchors = options.extraCaPem()
                .map(TrustAnchors::ofJvmAnd)
                .map(TrustAnchors::store)
                .orElse(null);
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    null,
                    options.tlsVerificationDisabled()
                            ? new TrustManager[] {new UncheckedChain()}
                            : trustManagers(anchors),
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        }
    }

    /** Both together: a chain is then checked once, by the JVM's rules. */
    static Set<Certificate> ofJvmAnd(String pem) {
        Set<Certificate> all = new LinkedHashSet<>(certificates(pem));
        all.addAll(ofJvm());
        return all;
    }

    static Set<Certificate> ofJvm() {
        try {
            Set<Certificate> all = new LinkedHashSet<>();
            for (TrustManager manager : trustManagers(null)) {
                if (manager instanceof X509TrustManager jvm) {
                    all.addAll(List.of(jvm.getAcceptedIssuers()));
                }
            }
            return all;
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        }
    }

    /** The trust managers of a store; of the JVM's own, if it is null. */
    private static TrustManager[] trustManagers(@Nullable KeyStore anchors) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(anchors);
        return factory.getTrustManagers();
    }

    private static KeyStore store(Set<Certificate> anchors) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate anchor : anchors) {
                store.setCertificateEntry("anchor-" + number++, anchor);
            }
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(e);
        }
    }

    private static IllegalStateException unusable(Exception e) {
        return new IllegalStateException("the JVM's trust anchors cannot be used", e);
    }

    /** @throws IllegalArgumentException if there are none, or one is damaged */
    static List<Certificate> certificates(String pem) {
        List<Certificate> certificates = new ArrayList<>();
        Matcher blocks = PEM.matcher(pem);
        while (blocks.find()) {
            certificates.add(certificate(blocks.group(), certificates.size() + 1));
        }
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException(
                    "the certificates to trust (TABLEAU_CA_CERTIFICATES) are none: they must be PEM blocks that begin with"
                            + " -----BEGIN CERTIFICATE-----");
        }
        return certificates;
    }

    private static Certificate certificate(String block, int number) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(block.getBytes(US_ASCII)));
        } catch (CertificateException e) {
            throw new IllegalArgumentException(
                    "certificate " + number + " of those to trust (TABLEAU_CA_CERTIFICATES) is damaged", e);
        }
    }
}
