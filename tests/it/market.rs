//! The model on paper: small examples whose every number is computed by hand beside it.

mod board;
mod calibration;
mod causes;
mod compare;
mod coverage;
mod crosswalk;
mod demand;
mod expected;
mod flows;
mod indicators;
mod live;
mod matching;
mod national;
mod notes;
mod official;
mod outcomes;
mod plan;
mod plan_optimise;
mod review;
mod sensitivity;
mod shortages;
mod supply;
mod tension;
mod values;
mod world;
