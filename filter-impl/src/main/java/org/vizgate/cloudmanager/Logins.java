package org.vizgate.cloudmanager;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

import org.vizgate.credential.CloudManagerCredential;
import org.vizgate.credential.CloudManagerMethod;
import org.vizgate.credential.CloudManagerToken;
import org.vizgate.credential.SignedJwt;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;
import org.vizgate.credential.UnifiedAccess;
import org.vizgate.session.Secret;
import org.vizgate.tableau.SignInJwts;

/** Logs one credential in to Cloud Manager, as often as it can. */
final class Logins {
    private final CloudManagerClient client;
    private final CloudManagerCredential credential;
    private final SignInJwts jwts;
    private final Clock clock;
    private final LongSupplier nanoTime;

    Logins(
            CloudManagerClient client,
            CloudManagerCredential credential,
            SignInJwts jwts,
            Clock clock,
            LongSupplier nanoTime) {
        this.client = client;
        this.credential = credential;
        this.jwts = jwts;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** Each time with a new JWT, if the credential signs one. */
    Login login() {
        return client.ask(
                question(), Optional.empty(), reply -> client.answers().login(reply, clock.instant(), nanoTime));
    }

    /** Whether {@link #login} may be called again: a JWT of somebody else is good for one login. */
    boolean canBeRepeated() {
        return !(credential instanceof SignedJwt);
    }

    private Question question() {
        if (credential instanceof CloudManagerToken token) {
            return question(CloudManagerMethod.LOGIN_WITH_TOKEN, token.secret());
        }
        if (credential instanceof UnifiedAccess access) {
            return question(CloudManagerMethod.LOGIN_WITH_JWT, jwts.forCloudManager(access));
        }
        SignedJwt signed = (SignedJwt) credential;
        if (!signed.isUat()) {
            throw new TableauException(
                    Kind.CONFIGURATION,
                    "connected apps belong to a site and do not open Cloud Manager: use a unified access token");
        }
        return question(CloudManagerMethod.LOGIN_WITH_JWT, signed.jwt());
    }

    private static Question question(CloudManagerMethod method, Secret token) {
        return Question.of(method, Map.of("token", token.reveal()));
    }
}
