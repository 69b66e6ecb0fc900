package org.vizgate.benchmarks.jmh;

import java.security.GeneralSecurityException;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtParser;
import io.smallrye.jwt.auth.principal.ParseException;
import org.jose4j.jwt.consumer.JwtContext;
import org.openjdk.jmh.annotations.Benchmark;
import org.vizgate.accesstoken.VerifiedAccessToken;
import org.vizgate.jose.AccessTokenFormat;

/**
 * A token that was never seen before, in both formats: beside what the JDK alone takes for the cryptography, and beside other
 * libraries that do the same work.
 */
public class VerifyBenchmark extends Timed {
    private static final int PAYLOAD = 1_200;

    private final RsaFloor floor = RsaFloor.of(PAYLOAD);
    private final Presented rsa = new Presented(AccessTokenFormat.RSA);
    private final Presented direct = new Presented(AccessTokenFormat.DIRECT);
    private final DefaultJWTProcessor<SecurityContext> nimbusRsa =
            Others.nimbus(rsa.tokens(), rsa.tokens().privateKey());
    private final DefaultJWTProcessor<SecurityContext> nimbusDirect =
            Others.nimbus(direct.tokens(), direct.tokens().directKey());
    private final Others.NestedJjwt jjwtRsa = new Others.NestedJjwt(rsa.tokens());
    private final JwtParser jjwtDirect = Others.jjwtDirect(direct.tokens());
    private final Others.Smallrye smallryeRsa = Others.Smallrye.rsa(rsa.tokens());
    private final Others.Smallrye smallryeDirect = Others.Smallrye.direct(direct.tokens());

    @Benchmark
    public byte[] floor() throws GeneralSecurityException {
        return floor.open();
    }

    @Benchmark
    public VerifiedAccessToken rsa() {
        return rsa.verifyNext();
    }

    @Benchmark
    public VerifiedAccessToken direct() {
        return direct.verifyNext();
    }

    @Benchmark
    public JWTClaimsSet rsaNimbus() throws Exception {
        return nimbusRsa.process(rsa.next(), null);
    }

    @Benchmark
    public JWTClaimsSet directNimbus() throws Exception {
        return nimbusDirect.process(direct.next(), null);
    }

    @Benchmark
    public Claims rsaJjwt() {
        return jjwtRsa.verify(rsa.next());
    }

    @Benchmark
    public Claims directJjwt() {
        return jjwtDirect.parseEncryptedClaims(direct.next()).getPayload();
    }

    @Benchmark
    public JwtContext rsaSmallrye() throws ParseException {
        return smallryeRsa.verify(rsa.next());
    }

    @Benchmark
    public JwtContext directSmallrye() throws ParseException {
        return smallryeDirect.verify(direct.next());
    }
}
