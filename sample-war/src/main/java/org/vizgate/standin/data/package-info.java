/**
 * Who and what exists on the pretended server: sites, their users, their workbooks.
 *
 * <p>The door is {@link org.vizgate.standin.data.StandInData}; {@link org.vizgate.standin.data.SampleData} is the set
 * that is there when nobody brings another one.
 *
 * <p>Meant, although it may look odd: a {@link org.vizgate.standin.data.User} belongs to one site. A person with an
 * account on two sites is two users with one sign-in name and two LUIDs, as Tableau has it.
 */
@NullMarked
package org.vizgate.standin.data;

import org.jspecify.annotations.NullMarked;
