package org.vizgate.tableau;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;

/** A session that one thread provides for all who wait for it; a failure is a failure for all of them. */
final class AwaitedSession {
    private final CompletableFuture<SharedSession> session = new CompletableFuture<>();

    void come(SharedSession provided) {
        session.complete(provided);
    }

    void fail(Throwable cause) {
        session.completeExceptionally(cause);
    }

    /** @throws TableauException why there is none; UNAVAILABLE, if that is not known after {@code patience} */
    SharedSession await(Duration patience) {
        try {
            return session.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof TableauException known
                    ? again(known)
                    : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new TableauException(Kind.UNAVAILABLE, "a sign-in to Tableau takes too long: try again later");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TableauException(Kind.UNAVAILABLE, "interrupted while waiting for a sign-in to Tableau");
        }
    }

    /** One for each thread: the stack trace is its own. */
    private static TableauException again(TableauException known) {
        return new TableauException(
                known.kind(),
                String.valueOf(known.getMessage()),
                known.code().orElse(null),
                known.retryAfter().orElse(null),
                known);
    }
}
