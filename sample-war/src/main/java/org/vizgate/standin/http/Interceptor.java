package org.vizgate.standin.http;

import java.util.Optional;

/** Sees every call before the router does, and may answer in its place. */
@FunctionalInterface
public interface Interceptor {
    Optional<Reply> before(Call call);
}
