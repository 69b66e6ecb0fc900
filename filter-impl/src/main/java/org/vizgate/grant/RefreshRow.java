package org.vizgate.grant;

import java.time.Instant;
import java.util.Map;

import org.vizgate.json.JsonFields;
import org.vizgate.json.MalformedJsonException;

/**
 * The payload of a refresh grant's entry: what may be read without the token, and two boxes.
 *
 * @param generation of the token in force
 * @param sealedGrant the grant, under the secret of the token in force
 * @param leasedUntil until when somebody is rotating
 * @param sealedSuccessor the token in force, under the secret of the one before; empty at first
 * @param graceUntil until when the one before still gives the token in force
 */
record RefreshRow(
        long generation, String sealedGrant, Instant leasedUntil, String sealedSuccessor, Instant graceUntil) {

    static RefreshRow first(String sealedGrant) {
        return new RefreshRow(0, sealedGrant, Instant.EPOCH, "", Instant.EPOCH);
    }

    RefreshRow leased(Instant until) {
        return new RefreshRow(generation, sealedGrant, until, sealedSuccessor, graceUntil);
    }

    RefreshRow rotated(String newSealedGrant, String newSealedSuccessor, Instant newGraceUntil) {
        return new RefreshRow(generation + 1, newSealedGrant, Instant.EPOCH, newSealedSuccessor, newGraceUntil);
    }

    String write(GrantJson format) {
        return format.write(Map.of(
                "g", generation,
                "grant", sealedGrant,
                "lease", leasedUntil.toEpochMilli(),
                "next", sealedSuccessor,
                "grace", graceUntil.toEpochMilli()));
    }

    static RefreshRow read(String payload, GrantJson format) {
        JsonFields fields = format.read(payload);
        return new RefreshRow(
                number(fields, "g"),
                fields.requiredText("grant"),
                Instant.ofEpochMilli(number(fields, "lease")),
                fields.requiredText("next"),
                Instant.ofEpochMilli(number(fields, "grace")));
    }

    private static long number(JsonFields fields, String name) {
        return fields.number(name).orElseThrow(() -> new MalformedJsonException(name + " is missing"));
    }
}
