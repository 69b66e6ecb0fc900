package org.vizgate.library;

import java.util.function.Function;

import org.vizgate.cloudmanager.OpenSession;
import org.vizgate.credential.CloudManagerCredential;
import org.vizgate.credential.CloudManagerSession;
import org.vizgate.credential.CloudManagerSignIn;
import org.vizgate.credential.KeptSession;
import org.vizgate.credential.PublicKeyText;
import org.vizgate.credential.ServerInfo;
import org.vizgate.credential.SignedInSession;
import org.vizgate.credential.SigningKey;
import org.vizgate.credential.TableauConnector;
import org.vizgate.credential.TableauCredential;
import org.vizgate.credential.TableauSignIn;
import org.vizgate.tableau.NewSession;
import org.vizgate.tableau.SessionKeeper;
import org.vizgate.tableau.SignInPlace;
import org.vizgate.tableau.SigningKeys;

/** The service behind {@link TableauSignIn} and {@link CloudManagerSignIn}. Without state. */
public final class Connector implements TableauConnector {
    /** A sign-in asks at most three times, with pauses between them, for the version, and whose session it is. */
    private static final int REQUESTS_OF_A_SIGN_IN = 6;

    /** For {@link java.util.ServiceLoader}. */
    public Connector() {}

    @Override
    public SignedInSession signIn(TableauSignIn where, TableauCredential credential) {
        SignInPlace place = place(where);
        return openedWith(Parts.of(where.transport()), parts -> {
            RestSide rest = RestSide.of(parts, where.apiVersion());
            NewSession session = rest.signIns().signIn(place, credential);
            return new OwnSession(session, rest.client(), parts);
        });
    }

    @Override
    public CloudManagerSession signIn(CloudManagerSignIn where, CloudManagerCredential credential) {
        CloudManagerSignIn checked = new CloudManagerSignIn(
                Addresses.base(where.server(), where.transport()), where.calls(), where.transport());
        return openedWith(
                Parts.of(where.transport()),
                parts -> OpenSession.of(
                        checked,
                        credential,
                        new OpenSession.Means(
                                parts.sender(),
                                parts.json(),
                                parts.jwts(),
                                parts.clock(),
                                System::nanoTime,
                                parts::close)));
    }

    /** Without a session, nobody would close the parts. */
    private static <S> S openedWith(Parts parts, Function<Parts, S> opening) {
        try {
            return opening.apply(parts);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    @Override
    public KeptSession keep(TableauSignIn where, TableauCredential credential) {
        SignInPlace place = place(where);
        Parts parts = Parts.of(where.transport());
        RestSide rest = RestSide.of(parts, where.apiVersion());
        SessionKeeper.Tools tools = new SessionKeeper.Tools(
                rest.signIns(),
                rest.client(),
                System::nanoTime,
                where.transport().deadline().multipliedBy(REQUESTS_OF_A_SIGN_IN),
                () -> parts.random().generator().nextDouble());
        return new OwnKeptSession(new SessionKeeper(place, credential, tools), parts);
    }

    private static SignInPlace place(TableauSignIn where) {
        return new SignInPlace(
                Addresses.base(where.server(), where.transport()), where.contentUrl(), where.impersonatedUser());
    }

    @Override
    public ServerInfo serverInfo(TableauSignIn where) {
        try (Parts parts = Parts.of(where.transport())) {
            return RestSide.of(parts, where.apiVersion())
                    .client()
                    .serverInfo(Addresses.base(where.server(), where.transport()));
        }
    }

    @Override
    public PublicKeyText publicKey(SigningKey key) {
        return SigningKeys.publicKey(key);
    }
}
