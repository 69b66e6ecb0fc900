package org.vizgate.standin.cloud;

import java.util.Optional;

import jakarta.json.JsonStructure;

import org.vizgate.standin.http.Call;

/** One method of Cloud Manager: from a call to the answer, or to nothing (204). Throws {@link CloudFault}. */
@FunctionalInterface
interface CloudMethod {
    Optional<JsonStructure> answer(Call call);
}
