package org.vizgate.token;

import java.time.Duration;

/**
 * How long things live.
 *
 * @param accessToken at most; never longer than the Tableau session inside
 * @param refreshIdle how long a refresh token may stay unused
 * @param refreshMaxAge how long a grant lives whatever its use
 * @param refreshGrace how long a superseded refresh token gives its successor again; zero for not at all
 * @param refreshLease how long one refresh may take at most, Tableau's part included
 */
public record TokenLifetimes(
        Duration accessToken,
        Duration refreshIdle,
        Duration refreshMaxAge,
        Duration refreshGrace,
        Duration refreshLease) {}
