package org.vizgate.benchmarks.jmh;

import java.security.GeneralSecurityException;

import org.openjdk.jmh.annotations.Benchmark;
import org.vizgate.accesstoken.AccessTokenClaims;
import org.vizgate.jose.AccessTokenFormat;

/** Making an access token, in both formats, beside what the JDK alone takes for the cryptography. */
public class IssueBenchmark extends Timed {
    private static final int PAYLOAD = 900;

    private final IssueFloor floor = IssueFloor.of(PAYLOAD);
    private final Tokens rsa = new Tokens(AccessTokenFormat.RSA);
    private final Tokens direct = new Tokens(AccessTokenFormat.DIRECT);
    private final AccessTokenClaims claims = rsa.claims();

    @Benchmark
    public int floor() throws GeneralSecurityException {
        return floor.seal();
    }

    @Benchmark
    public String rsa() {
        return rsa.accessTokens().issue(claims);
    }

    @Benchmark
    public String direct() {
        return direct.accessTokens().issue(claims);
    }
}
