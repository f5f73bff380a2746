//! The territory file: one write door, the way back, facts by source, the gate.

mod gate;
mod history;
mod imports;
mod samples;
mod versions;
