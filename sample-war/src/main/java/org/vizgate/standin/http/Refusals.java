package org.vizgate.standin.http;

import java.util.Set;

/** How an {@link Area} says no when no endpoint gets to speak. */
public interface Refusals {
    Reply notFound(Call call);

    Reply wrongMethod(Call call, Set<String> allowed);

    /** The call is bigger than the stand-in reads; {@code status} is 413, 414 or 431. */
    Reply tooLarge(Call call, int status);

    /** The endpoint threw. */
    Reply broken(Call call);
}
