package org.vizgate.standin.http;

/** What answers the calls to one path with one method. Used by several threads at once. */
@FunctionalInterface
public interface Endpoint {
    Reply answer(Call call);
}
