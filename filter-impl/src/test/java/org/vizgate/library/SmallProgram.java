package org.vizgate.library;

import java.net.URI;

import org.vizgate.credential.PersonalAccessToken;
import org.vizgate.credential.SignedInSession;
import org.vizgate.credential.TableauSignIn;
import org.vizgate.session.Secret;

/** Signs in and out. */
public final class SmallProgram implements Runnable {
    private final URI server;

    public SmallProgram(URI server) {
        this.server = server;
    }

    @Override
    public void run() {
        try (SignedInSession session =
                TableauSignIn.to(server).site("sales").with(new PersonalAccessToken("ci", Secret.of("SECRET")))) {
            session.current();
        }
    }
}
