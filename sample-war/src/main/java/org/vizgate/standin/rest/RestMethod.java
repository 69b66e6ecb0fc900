package org.vizgate.standin.rest;

import java.util.Optional;

import org.vizgate.standin.http.Call;

/** One method of the REST API: from a call to the whole answer, or to nothing (204). Throws {@link RestFault}. */
@FunctionalInterface
interface RestMethod {
    Optional<Answer> answer(Call call);
}
