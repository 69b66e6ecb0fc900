package org.vizgate.benchmarks.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.vizgate.accesstoken.AccessTokenClaims;
import org.vizgate.accesstoken.AccessTokens;
import org.vizgate.crypto.RandomTokens;
import org.vizgate.jose.AccessTokenCipher;
import org.vizgate.jose.AccessTokenFormat;
import org.vizgate.jose.KeyRing;
import org.vizgate.json.Json;
import org.vizgate.limit.CostlyAttempts;

/** What a gate of the benchmarks is started with, and tokens of that gate: one from a real sign-in, the others like it. */
final class Guard {
    private final RandomTokens random = new RandomTokens(new SecureRandom());
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final URI issuer;
    private final AccessTokens accessTokens;

    private Guard(URI tableau, int port) throws GeneralSecurityException, IOException {
        issuer = URI.create("http://127.0.0.1:" + port);
        RSAPrivateCrtKey key = key();
        settings.put("OAUTH_ISSUER", issuer.toString());
        settings.put("OAUTH_JWE_PRIVATE_KEY_PATH", written(key).toString());
        settings.put("SERVER", tableau.toString());
        accessTokens = accessTokens(key);
    }

    /** A gate in front of a free port. */
    static Guard before(URI tableau) throws GeneralSecurityException, IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Guard(tableau, socket.getLocalPort());
        }
    }

    private static RSAPrivateCrtKey key() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
    }

    private static Path written(RSAPrivateCrtKey key) throws IOException {
        Path file = Files.createTempFile("vizgate-key", ".pem");
        file.toFile().deleteOnExit();
        return Files.writeString(
                file,
                "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
    }

    private AccessTokens accessTokens(RSAPrivateCrtKey key) {
        Json json = new Json();
        String name = issuer.toString();
        AccessTokenCipher cipher =
                new AccessTokenCipher(new KeyRing(List.of(key), name), AccessTokenFormat.RSA, false, random, json);
        Clock clock = Clock.systemUTC();
        CostlyAttempts attempts = new CostlyAttempts(Optional.empty(), 1, Duration.ofMinutes(1), clock);
        return new AccessTokens(cipher, json, name, Set.of(name), Duration.ofSeconds(5), attempts, clock);
    }

    Guard with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    Map<String, String> settings() {
        return settings;
    }

    URI issuer() {
        return issuer;
    }

    /** Tokens of one person who has signed in, issued now; each is seen for the first time once. */
    List<String> tokens(int number) throws IOException, InterruptedException {
        String token = SignIn.member("access_token", new SignIn(issuer).tokens());
        AccessTokenClaims claims = accessTokens.verify(token, () -> "").claims();
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            tokens.add(accessTokens.issue(another(claims)));
        }
        return tokens;
    }

    private AccessTokenClaims another(AccessTokenClaims claims) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return new AccessTokenClaims(
                random.uuid(),
                claims.subject(),
                claims.clientId(),
                claims.grantId(),
                claims.audience(),
                claims.scopes(),
                now,
                claims.expiresAt(),
                claims.tableau());
    }

    /** As {@code token}, with another text than was sealed: it has to be decrypted before that shows. */
    static String forged(String token, int number) {
        String[] parts = token.split("\\.", -1);
        int at = number % (parts[3].length() - 1);
        char other = parts[3].charAt(at) == 'A' ? 'B' : 'A';
        parts[3] = parts[3].substring(0, at) + other + parts[3].substring(at + 1);
        return String.join(".", parts);
    }
}
