package org.vizgate.tableau;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.DoubleSupplier;

import org.jspecify.annotations.Nullable;
import org.vizgate.credential.PersonalAccessToken;
import org.vizgate.credential.TableauCredential;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;

/**
 * Remembers when sessions were lost. One loss is nothing; two in a short time mean that somebody else ends them, most likely
 * by signing in with the same personal access token. Not safe for use by several threads.
 */
final class Losses {
    private static final System.Logger LOG = System.getLogger(Losses.class.getName());
    private static final Duration SHORT_TIME = Duration.ofMinutes(5);

    private final TableauCredential credential;
    private final Circuit backOff;
    private @Nullable Long lastAt;
    private boolean isWarned;

    Losses(TableauCredential credential, DoubleSupplier random) {
        this.credential = credential;
        this.backOff = new Circuit(random);
    }

    /** @throws TableauException SESSION_LOST, while signing in again would only take the session from somebody else */
    void requireCalm(long now) {
        backOff.requireClosed(now);
    }

    /** @throws TableauException SESSION_LOST, if this is another loss in a short time */
    void add(long now) {
        boolean isAgain = lastAt != null && now - lastAt < SHORT_TIME.toNanos();
        lastAt = now;
        if (!isAgain) {
            backOff.succeeded();
            isWarned = false;
            return;
        }
        TableauException failure =
                new TableauException(Kind.SESSION_LOST, "Tableau sessions end soon after they begin: " + reason());
        backOff.failed(failure, now);
        if (!isWarned) {
            isWarned = true;
            LOG.log(Level.WARNING, failure::getMessage);
        }
        throw failure;
    }

    private String reason() {
        return credential instanceof PersonalAccessToken token
                ? "is the personal access token \"" + token.name()
                        + "\" used elsewhere? It has one session at a time, so every"
                        + " program needs a token of its own"
                : "was the user removed, or is somebody ending the user's sessions?";
    }
}
